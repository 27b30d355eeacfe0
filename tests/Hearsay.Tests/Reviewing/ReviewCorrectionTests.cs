using Hearsay.Coding.Knowledge;
using Hearsay.Reviewing;
using Hearsay.Tests.Evaluation;

namespace Hearsay.Tests.Reviewing;

public sealed class ReviewCorrectionTests
{
    private static readonly Ontology Ontology = Ontology.Load(Path.Combine(TestCoder.Root, "data", "ontology", "plover.json"));

    [Fact]
    public void Settings_laid_over_an_event_give_the_right_one_and_leave_the_rest()
    {
        var record = CodedArticles.Full().Events[0];
        string json = ReviewCorrection.Json(record, ["type=retreat", "mode=ceasefire", "status=promised", "actor=NORMILGOV", "killed=", "size=40", "contexts=military,peacekeeping", "recipient="], Ontology);
        var right = ReviewCorrection.Apply(record, json);
        Assert.Equal(("RETREAT", "ceasefire", "promised", null, 40L), (right.Type, right.Mode, right.Status, right.Killed, right.Size));
        Assert.Equal(("The minister", "NORMILGOV", "NOR"), (right.Actors[0].Text, right.Actors[0].Code, right.Actors[0].Country));
        Assert.Equal(["MIL", "GOV"], right.Actors[0].Sectors);
        Assert.Equal(["military", "peacekeeping"], right.Contexts);
        Assert.Empty(right.Recipients);
        Assert.Equal((record.Id, record.Trigger, record.Place, record.Injured), (right.Id, right.Trigger, right.Place, right.Injured));
        Assert.Equal(record.Chain, right.Chain);
        Assert.Same(record, ReviewCorrection.Apply(record, null));
    }

    [Theory]
    [InlineData("colour=red", "sets nothing")]
    [InlineData("type", "sets nothing")]
    [InlineData("type=HUG", "is no type; there are AGREE")]
    [InlineData("mode=aerial", "is no mode of CONSULT; there are visit")]
    [InlineData("status=perhaps", "is no status; there are asserted")]
    [InlineData("actor=Norway", "is no code")]
    [InlineData("killed=many", "is no number")]
    public void What_cannot_be_is_refused_with_what_can(string setting, string message)
    {
        var fault = Assert.Throws<FormatException>(() => ReviewCorrection.Json(CodedArticles.Full().Events[0], [setting], Ontology));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
