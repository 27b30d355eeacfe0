using Hearsay.Articles.Languages;
using Hearsay.Articles.Pages;
using MimeKit;

namespace Hearsay.Articles.Wires;

/// <summary>
/// An e-mail message (.eml) to an article, as newsletters and press releases arrive: subject as title, sender as outlet, date
/// as it is written in the sender's own time zone, and the text part or, without one, the text of the HTML part. Attachments are not opened.
/// </summary>
internal static class MailMessage
{
    private const int DeepestPart = 32;

    /// <summary>The article, or null with an error among <paramref name="diagnostics"/>.</summary>
    public static Article? Read(byte[] content, string place, List<Diagnostic> diagnostics)
    {
        try
        {
            using var stream = new MemoryStream(content);
            using var message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = DeepestPart }, stream);
            string? text = message.TextBody ?? (message.HtmlBody is { } html ? HtmlPage.TextOfFragment(html, place, diagnostics) : null);
            if (string.IsNullOrWhiteSpace(text))
            {
                if (diagnostics.Count == 0) diagnostics.Add(Faults.Empty(place));
                return null;
            }
            string? title = string.IsNullOrWhiteSpace(message.Subject) ? null : message.Subject.Trim();
            text = text.ReplaceLineEndings("\n").Trim();
            if (title is not null && !text.StartsWith(title, StringComparison.Ordinal)) text = $"{title}\n\n{text}";
            if (TextDecoder.Cleaned(text, place, diagnostics) is not { } clean) return null;
            var sender = message.From.Mailboxes.FirstOrDefault();
            bool dated = message.Headers.Contains(HeaderId.Date) && message.Date.Year is >= 1800 and <= 2100;
            return PlainText.Checked(new Article
            {
                Id = string.IsNullOrWhiteSpace(message.MessageId) ? PlainText.IdOf(clean) : message.MessageId,
                Title = title,
                Outlet = string.IsNullOrWhiteSpace(sender?.Name) ? sender?.Domain : sender.Name,
                PublishedOn = dated ? DateOnly.FromDateTime(message.Date.DateTime) : null,
                PublishedAt = dated ? message.Date : null,
                Language = LanguageGate.Undeclared,
                Text = clean,
            }, place, diagnostics);
        }
        catch (Exception e) when (e is FormatException or IOException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            diagnostics.Add(Faults.BadMessage(place, e.Message.ReplaceLineEndings(" ")));
            return null;
        }
    }
}
