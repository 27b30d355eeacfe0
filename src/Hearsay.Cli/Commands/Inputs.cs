using System.CommandLine;
using Hearsay.Articles;

namespace Hearsay.Cli.Commands;

/// <summary>
/// Positional arguments that name inputs. A misspelt option must not be taken for a file that is missing, so
/// whatever looks like an option is refused; a file of such a name is written "./--name".
/// </summary>
internal static class Inputs
{
    /// <summary>One input.</summary>
    public static Argument<string> One(string name, string description) => Checked(new Argument<string>(name) { Description = description });

    /// <summary>One input or more.</summary>
    public static Argument<string[]> Many(string name, string description) =>
        Checked(new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore });

    /// <summary>The option that says which column or property holds which field.</summary>
    public static Option<string?> Columns()
    {
        var option = new Option<string?>("--columns") { Description = "Which column (CSV) or property (JSON) holds which field: text=body,publishedOn=date.", HelpName = "FIELD=COLUMN,…" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } written && ColumnMap.Parse(written).Fault is { } fault) result.AddError($"--columns: {fault}");
        });
        return option;
    }

    /// <summary>The map that the option gives, or every field by its own name.</summary>
    public static ColumnMap MapOf(string? written) => written is null ? ColumnMap.Own : ColumnMap.Parse(written).Map ?? ColumnMap.Own;

    private static T Checked<T>(T argument) where T : Argument
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value.Length > 1 && token.Value[0] == '-')
                    result.AddError($"There is no option {token.Value}. (A file of that name is written ./{token.Value})");
            }
        });
        return argument;
    }
}
