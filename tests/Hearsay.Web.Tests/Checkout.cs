using System.Reflection;

namespace Hearsay.Web.Tests;

/// <summary>The checkout that the tests were built from: knowledge, models and samples, and where pictures of pages go.</summary>
internal static class Checkout
{
    public static string Root { get; } = typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Root").Value!;

    public static string Data => Path.Combine(Root, "data");

    public static string Models => Path.Combine(Root, "models");

    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>Screenshots; artifacts/ is no part of the repository.</summary>
    public static string Pictures => Path.Combine(Root, "artifacts", "reading-room");

    /// <summary>axe-core, which npm put beside the scripts when the reading room was built.</summary>
    public static string Axe => Path.Combine(Root, "src", "Hearsay.Web", "Client", "node_modules", "axe-core", "axe.min.js");

    public static readonly Lazy<Coder> Coder = new(() => Hearsay.Coder.Load(Data, Models));
}
