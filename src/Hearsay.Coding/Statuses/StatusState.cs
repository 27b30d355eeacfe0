namespace Hearsay.Coding.Statuses;

/// <summary>
/// What the climb of <see cref="StatusReader"/> has found so far. An inner reading meets the outer ones in turn: a bare
/// assertion takes whatever comes, a negation survives a "may", a denial of a denial asserts. Once
/// <see cref="Muted"/>, what comes bears on the clause around the event's own and leaves the status as it is.
/// </summary>
internal sealed class StatusState
{
    private List<string>? rows;

    /// <summary>The status so far.</summary>
    public Status Status { get; private set; }

    /// <summary>The contexts so far.</summary>
    public Context Contexts { get; private set; }

    /// <summary>Rows used, innermost first.</summary>
    public IReadOnlyList<string> Rows => rows ?? (IReadOnlyList<string>)[];

    /// <summary>The predicate whose own negation was used up by its signature ("did not fail to"), or −1.</summary>
    public int NegationSpent { get; set; } = -1;

    /// <summary>Whether the climb has left the event's own clause for good.</summary>
    public bool Muted { get; set; }

    /// <summary>Notes a context that leaves the status alone.</summary>
    public void Note(Context context)
    {
        if (!Muted) { Contexts |= context; return; }
        const Context Unreal = Context.Future | Context.Would | Context.Ability | Context.Chance | Context.Obligation | Context.Imperative | Context.Purpose
            | Context.Intended | Context.Demanded | Context.Desired | Context.Believed | Context.Supposed | Context.Conditioned | Context.Questioned;
        if ((context & Unreal) != 0) Contexts |= Context.OuterIrrealis;
        if ((context & Context.Past) != 0) Contexts |= Context.OuterPast;
        if ((context & Context.Negated) != 0) Contexts |= Context.OuterNegated;
    }

    /// <summary>Negation acts: what is only possible, wanted or tried is then out; what is negated holds.</summary>
    public void Negate()
    {
        Note(Context.Negated);
        if (Muted) return;
        if (Status is Status.Negated) { Status = Status.Asserted; Contexts &= ~Context.Negated; }
        else if (Status is Status.Asserted or Status.Planned or Status.Possible or Status.Attempted or Status.Demanded or Status.Promised) Status = Status.Negated;
    }

    /// <summary>
    /// Something makes the event less than real. It changes what was bare or, from the outside, a plain future or a try.
    /// </summary>
    public void Weaken(Status status, Context context)
    {
        Note(context);
        if (Muted) return;
        bool open = Status is Status.Asserted or Status.Attempted || Status == Status.Demanded && status is Status.Questioned || Status == Status.Negated && status is Status.Hypothetical or Status.Questioned || Status == Status.Planned && status is not Status.Attempted
            || Status == Status.Possible && status is Status.Demanded or Status.Conditional or Status.Hypothetical or Status.Questioned || Status == Status.Possible && context == Context.Purpose;
        if (open) Status = status;
    }

    /// <summary>An embedding predicate acts, affirmed or not, in the past or not.</summary>
    /// <param name="effect">Its row.</param>
    /// <param name="negated">Whether the predicate is negated.</param>
    /// <param name="past">Whether it stands in the past tense.</param>
    /// <param name="clause">Whether what it embeds is a finite clause.</param>
    /// <param name="predicate">Its token.</param>
    public void Apply(EmbeddingTable.Effect effect, bool negated, bool past, bool clause, int predicate)
    {
        if (Muted) return;
        (rows ??= []).Add(effect.Reference);
        var result = negated ? effect.Denied : past && effect.AssertedInPast ? Status.Asserted : effect.Affirmed;
        if (negated && effect.Denied is not null) NegationSpent = predicate;
        switch (result)
        {
            case null: return;
            case Status.Asserted when negated && effect.Affirmed is Status.Negated or Status.Denied && Status is Status.Negated or Status.Denied: Reverse(Status.Asserted); return;
            case Status.Asserted:
                if (!clause) Note(Context.Implied);
                if (effect.Ends && !negated) Note(Context.Ended);
                return;
            case Status.Negated or Status.Denied:
                if (negated && effect.Affirmed == Status.Attempted) Note(Context.Untried);
                Reverse(result.Value);
                return;
            case Status.Possible when negated && clause && effect.Affirmed is Status.Denied or Status.Negated: Note(Context.Believed); return; // "nobody denies that …"
            case Status.Possible when negated && clause: Weaken(Status.Possible, Context.Believed); return;
            default: Weaken(result.Value, Contextualize(result.Value, clause)); return;
        }
    }

    /// <summary>The reading as it stands.</summary>
    public StatusReading Reading() => new(Status, Contexts, Rows);

    private void Reverse(Status status)
    {
        Note(Context.Negated);
        bool was = Status is Status.Negated or Status.Denied;
        Status = was ? Status.Asserted : status;
        if (was) Contexts &= ~Context.Negated;
    }

    private static Context Contextualize(Status status, bool clause) => status switch
    {
        Status.Planned or Status.Promised or Status.Threatened => Context.Intended,
        Status.Demanded => Context.Demanded,
        Status.Attempted => Context.Attempted,
        Status.Questioned => Context.Questioned,
        Status.Hypothetical => Context.Supposed,
        Status.Conditional => Context.Conditioned,
        Status.Possible => clause ? Context.Believed : Context.Desired,
        _ => Context.None,
    };
}
