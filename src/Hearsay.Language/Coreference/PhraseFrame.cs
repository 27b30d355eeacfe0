namespace Hearsay.Language.Coreference;

/// <summary>Where a noun phrase stands: its sentence, head and extent (both ends inclusive), and the quotation around it (−1: none).</summary>
internal readonly record struct PhraseFrame(Sentence Sentence, int SentenceIndex, int Head, int First, int Last, int Quotation)
{
    /// <summary>The head's token.</summary>
    public Token Token => Sentence.Tokens[Head];

    /// <summary>The reported mention, with another head if the phrase has one of its own.</summary>
    public Mention ToMention(MentionForm form, int head) => new(SentenceIndex, head, First, Last, form,
        new TextSpan(Sentence.Tokens[First].Span.Start, Sentence.Tokens[Last].Span.End));
}
