using System.CommandLine;
using Hearsay.Articles;

namespace Hearsay.Cli.Commands;

/// <summary>The options that the verbs which read articles share, and what they add up to.</summary>
internal sealed class ArticleOptions
{
    public Option<string?> Outlet { get; } = new("--outlet") { Description = "Who published the articles that do not say so themselves.", HelpName = "NAME" };

    public Option<string?> Published { get; } = new("--published") { Description = "Day of publication (2024-03-12) of the articles that do not say so themselves.", HelpName = "DATE" };

    public Option<string?> Columns { get; } = Inputs.Columns();

    public Option<string?> Data { get; } = new("--data") { Description = "Directory of the knowledge (else HEARSAY_DATA, else next to the program).", HelpName = "DIR" };

    public Option<string?> Models { get; } = new("--models") { Description = "Directory of the models (else HEARSAY_MODELS, else next to the program).", HelpName = "DIR" };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Say nothing but errors." };

    public ArticleOptions() => Published.Validators.Add(result =>
    {
        string? written = result.GetValueOrDefault<string?>();
        if (written is not null && PublicationDate.Parse(written) is null)
            result.AddError($"\"{written}\" is not a day. Write it like 2024-03-12.");
    });

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Outlet, Published, Data, Models, Quiet]) command.Add(option);
    }

    public ArticleDefaults Defaults(ParseResult parsed) => new(parsed.GetValue(Outlet), PublicationDate.Parse(parsed.GetValue(Published)))
    {
        Columns = Inputs.MapOf(parsed.GetValue(Columns)),
    };
}
