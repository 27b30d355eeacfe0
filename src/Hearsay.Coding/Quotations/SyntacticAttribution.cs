namespace Hearsay.Coding.Quotations;

/// <summary>
/// An attribution as the syntax of one sentence shows it, before quotation marks have their say.
/// </summary>
/// <param name="CueToken">Head token of the cue.</param>
/// <param name="CueTokens">All tokens of the cue, in order.</param>
/// <param name="Cue">The row, or null for a verb outside the table.</param>
/// <param name="Speaker">Head token of the speaker, or −1.</param>
/// <param name="Addressee">Head token of the addressee, or −1.</param>
/// <param name="Content">Tokens of the content, in order; empty when only quotation marks can give it.</param>
/// <param name="Carriers">Head tokens of those who pass the words on, outermost first: an outlet that was told, a
/// newspaper that quotes, a document or post that carries them.</param>
internal sealed record SyntacticAttribution(
    int CueToken, IReadOnlyList<int> CueTokens, Cue? Cue, int Speaker, int Addressee, IReadOnlyList<int> Content, IReadOnlyList<int> Carriers);
