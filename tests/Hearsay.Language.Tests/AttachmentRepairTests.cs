using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests;

/// <summary>Attachments that English rules out are mended; look-alikes stay.</summary>
public sealed class AttachmentRepairTests
{
    // Each word as form/universal tag/tag/head/relation, heads from 1, 0 for the root.
    private static string Mend(string sentence)
    {
        string[][] words = [.. sentence.Split(' ').Select(w => w.Split('/'))];
        string[] Column(int c) => [.. words.Select(w => w[c])];
        var parsed = new ParsedSentence(Column(1), Column(2), [.. words.Select(_ => "_")],
            [.. words.Select(w => int.Parse(w[3], System.Globalization.CultureInfo.InvariantCulture) - 1)], Column(4), [.. words.Select(_ => "O")]);
        AttachmentRepair.Mend(Column(0), parsed);
        ComplementRepair.Mend(Column(0), parsed);
        return string.Join(' ', words.Select((w, i) => $"{w[0]}/{parsed.Upos[i]}/{parsed.Xpos[i]}/{parsed.Heads[i] + 1}/{parsed.DepRels[i]}"));
    }

    [Theory]
    [InlineData("arrest/NOUN/NN/0/root of/ADP/IN/3/case dissidents/NOUN/NNS/1/nmod by/ADP/IN/5/case police/NOUN/NN/3/nmod", "by/ADP/IN/5/case police/NOUN/NN/1/nmod")]
    [InlineData("shots/NOUN/NNS/3/nsubj:pass were/AUX/VBD/3/aux:pass fired/VERB/VBN/0/root at/ADP/IN/5/case them/NOUN/NN/3/obl by/ADP/IN/7/case police/NOUN/NN/5/nmod", "by/ADP/IN/7/case police/NOUN/NN/3/obl:agent")]
    [InlineData("a/DET/DT/2/det novel/NOUN/NN/0/root by/ADP/IN/4/case her/NOUN/NN/2/nmod", "by/ADP/IN/4/case her/NOUN/NN/2/nmod")]
    [InlineData("has/AUX/VBZ/2/aux frozen/VERB/VBN/0/root loans/NOUN/NNS/1/obj", "frozen/VERB/VBN/0/root loans/NOUN/NNS/2/obj")]
    [InlineData("aims/VERB/VBZ/0/root to/PART/TO/3/mark weaken/VERB/VBN/1/xcomp", "to/PART/TO/3/mark weaken/VERB/VB/1/xcomp")]
    [InlineData("broke/VERB/VBD/0/root a/DET/DT/3/det rally/ADV/RB/1/advmod", "a/DET/DT/3/det rally/NOUN/NN/1/obj")]
    [InlineData("slept/VERB/VBD/0/root a/DET/DT/3/det bit/ADV/RB/1/advmod", "a/DET/DT/3/det bit/ADV/RB/1/advmod")]
    [InlineData("Norway/PROPN/NNP/0/root froze/ADP/IN/3/case assets/NOUN/NNS/1/nmod", "Norway/PROPN/NNP/2/nsubj froze/VERB/VBD/0/root assets/NOUN/NNS/2/obj")]
    [InlineData("Police/NOUN/NN/2/nsubj handed/VERB/VBD/0/root over/ADP/IN/5/case a/DET/DT/5/det thief/NOUN/NN/2/obl", "over/ADP/RP/2/compound:prt a/DET/DT/5/det thief/NOUN/NN/2/obj")]
    [InlineData("Chad/PROPN/NNP/2/nsubj handed/VERB/VBD/0/root over/ADP/RP/2/compound:prt thieves/NOUN/NNS/2/obl to/ADP/IN/6/case Mali/PROPN/NNP/2/obl", "over/ADP/RP/2/compound:prt thieves/NOUN/NNS/2/obj to/ADP/IN/6/case Mali/PROPN/NNP/2/obl")]
    [InlineData("rejected/VERB/VBD/0/root calls/NOUN/NNS/1/obj to/PART/TO/4/mark pay/VERB/VB/1/advcl", "calls/NOUN/NNS/1/obj to/PART/TO/4/mark pay/VERB/VB/2/acl")]
    [InlineData("it/PRON/PRP/3/expl was/AUX/VBD/3/cop ready/ADJ/JJ/0/root to/PART/TO/5/mark act/VERB/VB/3/csubj", "it/PRON/PRP/3/nsubj was/AUX/VBD/3/cop ready/ADJ/JJ/0/root to/PART/TO/5/mark act/VERB/VB/3/xcomp")]
    [InlineData("refused/VERB/VBD/0/root to/ADP/IN/4/case lower/ADJ/JJR/4/amod tariffs/NOUN/NNS/1/obl", "to/PART/TO/3/mark lower/VERB/VB/1/xcomp tariffs/NOUN/NNS/3/obj")]
    [InlineData("Talks/NOUN/NNS/5/nsubj are/AUX/VBP/5/cop due/ADJ/JJ/5/mark to/PART/TO/3/fixed resume/VERB/VB/0/root", "due/ADJ/JJ/0/root to/PART/TO/5/mark resume/VERB/VB/3/xcomp")]
    [InlineData("Aides/NOUN/NNS/2/nsubj said/VERB/VBD/0/root in/ADP/IN/4/case print/NOUN/NN/2/obl that/SCONJ/IN/7/mark rebels/NOUN/NNS/7/nsubj fled/VERB/VBD/4/acl", "rebels/NOUN/NNS/7/nsubj fled/VERB/VBD/2/ccomp")]
    [InlineData("freed/VERB/VBD/0/root a/DET/DT/3/det militant/ADJ/NN/1/obj", "a/DET/DT/3/det militant/NOUN/NN/1/obj")]
    [InlineData("presses/VERB/VBZ/0/root for/ADP/IN/3/case Oman/PROPN/NNP/4/nsubj sign/VERB/VB/1/obl", "for/SCONJ/IN/4/mark Oman/PROPN/NNP/4/nsubj sign/VERB/VB/1/advcl")]
    [InlineData("reject/VERB/VBP/5/ccomp planned/VERB/VBN/5/ccomp tax/NOUN/NN/4/compound cuts/NOUN/NNS/2/obj said/VERB/VBD/0/root", "planned/VERB/VBN/4/amod tax/NOUN/NN/4/compound cuts/NOUN/NNS/1/obj said/VERB/VBD/0/root")]
    [InlineData("Nurses/NOUN/NNS/2/nsubj reject/VERB/VBP/3/nsubj planned/VERB/VBD/0/root cuts/NOUN/NNS/3/obj", "reject/VERB/VBP/0/root planned/VERB/VBN/4/amod cuts/NOUN/NNS/2/obj")]
    [InlineData("want/VERB/VBP/0/root seized/VERB/VBN/1/xcomp the/DET/DT/4/det boats/NOUN/NNS/2/obj", "seized/VERB/VBN/1/xcomp the/DET/DT/4/det boats/NOUN/NNS/2/obj")]
    [InlineData("slammed/VERB/VBD/0/root as/ADP/IN/6/case folly/NOUN/NN/6/nmod:poss Chile/PROPN/NNP/6/nmod:poss 's/PART/POS/4/case raid/NOUN/NN/1/obl", "as/ADP/IN/3/case folly/NOUN/NN/1/obl Chile/PROPN/NNP/6/nmod:poss 's/PART/POS/4/case raid/NOUN/NN/1/obj")]
    [InlineData("renewed/VERB/VBD/0/root demands/NOUN/NNS/1/obj today/NOUN/NN/1/obl that/SCONJ/IN/6/mark Oman/PROPN/NNP/6/nsubj pay/VERB/VBP/1/ccomp", "Oman/PROPN/NNP/6/nsubj pay/VERB/VBP/2/acl")]
    [InlineData("told/VERB/VBD/0/root aides/NOUN/NNS/1/obj today/NOUN/NN/1/obl that/SCONJ/IN/6/mark Oman/PROPN/NNP/6/nsubj paid/VERB/VBD/1/ccomp", "Oman/PROPN/NNP/6/nsubj paid/VERB/VBD/1/ccomp")]
    [InlineData("termed/VERB/VBD/0/root the/DET/DT/3/det fee/NOUN/NN/1/obj unfair/ADJ/JJ/3/appos", "fee/NOUN/NN/1/obj unfair/ADJ/JJ/1/xcomp")]
    [InlineData("paid/VERB/VBD/0/root a/DET/DT/3/det fee/NOUN/NN/1/obj due/ADJ/JJ/3/amod", "fee/NOUN/NN/1/obj due/ADJ/JJ/3/amod")]
    public void An_attachment_is_mended(string given, string end) => Assert.EndsWith(end, Mend(given), StringComparison.Ordinal);
}
