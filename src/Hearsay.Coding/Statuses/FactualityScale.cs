using System.Numerics;

namespace Hearsay.Coding.Statuses;

/// <summary>
/// Turns a status and its contexts into the two numbers of <see cref="StatusReading"/>. Certainty is a table over
/// statuses with what contexts say more finely, after the means of MEANTIME's train and dev articles (Minard et al. 2016).
/// Occurrence is three times the hyperbolic tangent of a sum of weights, one for each context and three for pairs,
/// fitted by least squares to UDS-IH2's train sentences (Rudinger et al. 2018).
/// </summary>
internal static class FactualityScale
{
    private const double Bias = .63, UnrealNegated = .5, UnrealPast = -.4, PastNegated = -.46;

    private const Context Unreal = Context.Future | Context.Would | Context.Ability | Context.Chance | Context.Obligation | Context.Imperative
        | Context.Intended | Context.Demanded | Context.Desired | Context.Supposed | Context.Conditioned | Context.OuterIrrealis;

    // By bit, in the order of Context.
    private static readonly double[] Weights =
    [
        .55, .1, -.35, -.1, -.55, -1, -.4, -.5, -.6, -.6, -.1, -.85, -.35, -.75, -.7, -.5,
        -.15, -.35, -.45, -.35, -.35, -.25, -.1, -.4, 0, -.25, -.25, .05, -.5, -.45, .2, -.05,
        0, 0,
    ];

    /// <summary>FactBank's scale, −3 to 3.</summary>
    public static double Certainty(Status status, Context contexts) => status switch
    {
        Status.Asserted => Has(contexts, Context.Ended) ? -3 : 3,
        Status.Denied or Status.Negated => Has(contexts, Context.Chance | Context.Probable | Context.Untried) ? -1 : -3,
        Status.Planned when Has(contexts, Context.Chance | Context.Believed) => 1,
        Status.Planned when Has(contexts, Context.Probable) => 1.5,
        Status.Planned when Has(contexts, Context.Intended) => 2,
        Status.Planned => Has(contexts, Context.Purpose | Context.Desired) ? 2.5 : 3,
        Status.Promised => 2,
        Status.Possible when Has(contexts, Context.Chance | Context.Believed) => .75,
        Status.Possible when Has(contexts, Context.Future | Context.Would) => 3,
        Status.Possible => Has(contexts, Context.Open) ? 2.5 : 1.5,
        Status.Threatened or Status.Attempted => .75,
        Status.Demanded or Status.Conditional or Status.Questioned => 1,
        _ => 0,
    };

    /// <summary>Whether it has come about, −3 to 3.</summary>
    public static double Occurrence(Context contexts)
    {
        double sum = Bias;
        for (ulong left = (ulong)contexts; left != 0; left &= left - 1) sum += Weights[BitOperations.TrailingZeroCount(left)];
        bool unreal = Has(contexts, Unreal), past = Has(contexts, Context.Past), negated = Has(contexts, Context.Negated);
        if (unreal && negated) sum += UnrealNegated;
        if (unreal && past) sum += UnrealPast;
        if (!unreal && past && negated) sum += PastNegated;
        return 3 * Math.Tanh(sum);
    }

    private static bool Has(Context contexts, Context any) => (contexts & any) != 0;
}
