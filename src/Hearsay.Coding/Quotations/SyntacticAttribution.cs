using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// An attribution as the syntax of one sentence shows it, before quotation marks have their say. All indices are
/// tokens of that sentence.
/// </summary>
internal sealed record SyntacticAttribution
{
    /// <summary>Head token of the cue.</summary>
    public required int CueToken { get; init; }

    /// <summary>All tokens of the cue, in order.</summary>
    public required IReadOnlyList<int> CueTokens { get; init; }

    /// <summary>The row, or null for a verb outside the table.</summary>
    public Cue? Cue { get; init; }

    /// <summary>Head token of the speaker, or −1.</summary>
    public int Speaker { get; init; } = -1;

    /// <summary>The whole phrase that names the speaker; "who" where a relative pronoun stands for him.</summary>
    public TextSpan? SpeakerSpan { get; init; }

    /// <summary>Head token of the addressee, or −1.</summary>
    public int Addressee { get; init; } = -1;

    /// <summary>Tokens of the content, in order; empty when only quotation marks can give it.</summary>
    public IReadOnlyList<int> Content { get; init; } = [];

    /// <summary>
    /// Head tokens of those who pass the words on, outermost first: an outlet that was told, a newspaper that quotes,
    /// a document or post that carries them.
    /// </summary>
    public IReadOnlyList<int> Carriers { get; init; } = [];

    /// <summary>Whether only quotation marks around the content prove the attribution (a private or unreal state).</summary>
    public bool QuotedOnly { get; init; }

    /// <summary>Whether the content is an infinitive of what the speaker himself will do ("vowed to fight on").</summary>
    public bool OwnAct { get; init; }

    /// <summary>Whether the speaker takes a stand on the content but the text vouches for it ("denounced the raid").</summary>
    public bool Presupposed { get; init; }

    /// <summary>Whether the cue is a passive, whose subject never speaks ("was asked").</summary>
    public bool Passive { get; init; }

    /// <summary>Whether the content is a full clause, not a phrase.</summary>
    public bool Clausal { get; init; }
}
