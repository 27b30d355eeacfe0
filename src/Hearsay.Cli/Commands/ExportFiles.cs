using System.Text;
using Hearsay.Exporting;
using Hearsay.Store;

namespace Hearsay.Cli.Commands;

/// <summary>
/// The files of an export with <c>-o</c>: the data, which takes its name only when it is whole, the data dictionary
/// beside it (FILE.dictionary.md), and with one-a-day the list of what was left out (FILE.dropped.csv).
/// </summary>
internal sealed class ExportFiles(string path)
{
    /// <summary>Writes all of them; <paramref name="export"/> writes the data and gives the tally.</summary>
    public ExportTally Write(ExportFormat format, ExportOptions options, string? asked, Func<Stream, ExportOptions, ExportTally> export)
    {
        string partial = path + ".partial";
        ExportTally tally;
        try
        {
            using (var dropped = options.OneADay ? new StreamWriter(path + ".dropped.csv", false, new UTF8Encoding(false)) { NewLine = "\n" } : null)
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16))
            {
                dropped?.WriteLine("event_id,kept_event_id,day,actors,recipients,code");
                tally = export(stream, options with
                {
                    Dropped = d => dropped?.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{d.Id},{d.KeptId},{d.Day:yyyy-MM-dd},{d.Actors},{d.Recipients},{d.Code}")),
                });
            }
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
        File.WriteAllText(path + ".dictionary.md", DataDictionary.Page(Path.GetFileName(path), format, options, tally, "Hearsay " + RunOrigin.ProgramVersion, asked), new UTF8Encoding(false));
        return tally;
    }
}
