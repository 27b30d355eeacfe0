namespace Hearsay.Language.Coreference;

/// <summary>
/// The usual figures for coreference over a set of documents: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin
/// 1998) and CEAFe (Luo 2005), and their mean, the CoNLL score (Pradhan et al. 2012). All are in [0,1].
/// </summary>
/// <param name="Muc">Links.</param>
/// <param name="BCubed">Mentions.</param>
/// <param name="CeafE">Entities, aligned one to one.</param>
/// <param name="Mentions">How many of the mentions in chains were found.</param>
public sealed record CoreferenceScores(MetricScore Muc, MetricScore BCubed, MetricScore CeafE, MetricScore Mentions)
{
    /// <summary>Mean of the three F1 scores.</summary>
    public double Conll => (Muc.F1 + BCubed.F1 + CeafE.F1) / 3;
}
