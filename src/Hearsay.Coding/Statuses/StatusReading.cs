namespace Hearsay.Coding.Statuses;

/// <summary>
/// A status, what in the sentence led to it, and two finer numbers from −3 to 3. <see cref="Certainty"/> is how sure
/// the party is that the event is, was or will be so (FactBank: Saurí and Pustejovsky 2009); <see cref="Occurrence"/>
/// is how likely it has come about by the time of writing (the question of UDS-IH2: Rudinger et al. 2018). The two part
/// over the future: "will sign" is certain and has not occurred.
/// </summary>
/// <param name="Status">The status that records carry.</param>
/// <param name="Contexts">What was found on the way up from the event word.</param>
/// <param name="Rows">Rows of data/lexicons/embedding.csv, innermost first.</param>
public sealed record StatusReading(Status Status, Context Contexts, IReadOnlyList<string> Rows)
{
    /// <summary>Whether the party is certain although the event is still to come ("will sign").</summary>
    public bool Certain => Status == Status.Planned && Has(Context.Future)
        && !Has(Context.Probable | Context.Chance | Context.Desired | Context.Believed | Context.Intended | Context.Purpose | Context.Questioned);

    /// <summary>
    /// Whether the event stands in a clause of its own within what the cue introduces ("demanded that he resign for
    /// <c>insulting</c> her"), so that the stance of the cue does not reach it.
    /// </summary>
    public bool IsAside { get; init; }

    /// <summary>FactBank's scale: CT+ 3, PR+ 2, PS+ 1, Uu 0, PS− −1, PR− −2, CT− −3, and steps between.</summary>
    public double Certainty => FactualityScale.Certainty(Status, Contexts);

    /// <summary>From −3 (it has not happened) to 3 (it has, or it holds).</summary>
    public double Occurrence => FactualityScale.Occurrence(Contexts);

    /// <summary>The nearest of FactBank's values (Saurí and Pustejovsky 2009).</summary>
    public string FactBankValue => Math.Round(Certainty, MidpointRounding.AwayFromZero) switch
    {
        >= 3 => "CT+",
        >= 2 => "PR+",
        >= 1 => "PS+",
        <= -3 => "CT-",
        <= -2 => "PR-",
        <= -1 => "PS-",
        _ => "Uu",
    };

    private bool Has(Context context) => (Contexts & context) != 0;
}
