using System.Text;
using AngleSharp.Dom;

namespace Hearsay.Articles.Pages;

/// <summary>
/// The text of an element as a reader sees it: paragraphs separated by a blank line, runs of white space as one
/// space, line breaks kept, scripts, styles, forms and figures left out.
/// </summary>
internal static class HtmlText
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "button", "select", "textarea", "form", "iframe", "nav", "figure", "figcaption",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
    };

    /// <summary>The text of <paramref name="root"/>, trimmed.</summary>
    public static string Of(INode root)
    {
        var text = new StringBuilder();
        Append(root, text);
        while (text.Length > 0 && char.IsWhiteSpace(text[^1])) text.Length--;
        return text.ToString();
    }

    // Recursion is safe: the guard has bounded the depth.
    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words) AppendWords(words.Data, text);
            else if (child is IElement element && !LeftOut.Contains(element.LocalName))
            {
                bool block = Blocks.Contains(element.LocalName);
                if (block) Break(text, "\n\n");
                if (element.LocalName == "br") Break(text, "\n");
                Append(element, text);
                if (block) Break(text, "\n\n");
            }
        }
    }

    private static void AppendWords(string words, StringBuilder text)
    {
        foreach (char c in words)
        {
            if (!char.IsWhiteSpace(c)) text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
        }
    }

    // Two <br> in a row are how old pages write paragraphs.
    private static void Break(StringBuilder text, string mark)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length == 0 || (text.Length > 1 && text[^1] == '\n' && text[^2] == '\n')) return;
        text.Append(text[^1] == '\n' ? "\n" : mark);
    }
}
