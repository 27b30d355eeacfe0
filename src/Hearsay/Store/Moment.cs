using System.Globalization;

namespace Hearsay.Store;

/// <summary>Moments as the store writes them: UTC with milliseconds, so that they sort as text.</summary>
internal static class Moment
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Now.</summary>
    public static string Text(TimeProvider clock) => clock.GetUtcNow().ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>A moment as text.</summary>
    public static string Text(DateTimeOffset moment) => moment.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The way back.</summary>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
