namespace Hearsay.Exporting;

/// <summary>
/// GeoJSON (RFC 7946): a FeatureCollection with a point for each event whose place has coordinates, longitude first,
/// and Hearsay's table as properties. Events without coordinates are left out and counted.
/// </summary>
internal sealed class GeoJsonExporter : IExporter
{
    private readonly JsonStream stream;
    private readonly ExportRows rows;
    private readonly ExportTally tally;

    public GeoJsonExporter(Stream output, ExportRows rows, ExportTally tally)
    {
        stream = new JsonStream(output);
        this.rows = rows;
        this.tally = tally;
        stream.Json.WriteStartObject();
        stream.Json.WriteString("type", "FeatureCollection");
        stream.Json.WriteStartArray("features");
    }

    public Action Ready(IReadOnlyList<ExportedArticle> part)
    {
        var located = rows.Of([.. part.Select(article => article with { Events = [.. article.Events.Where(Located)] })]);
        return () =>
        {
            foreach (var row in located)
            {
                Write(row);
                stream.Relieve();
            }
        };
    }

    public void Complete()
    {
        stream.Json.WriteEndArray();
        stream.Json.WriteEndObject();
        stream.Dispose();
    }

    private bool Located(ExportedEvent e)
    {
        if (e.Record.Place is { Lat: { } lat, Lon: { } lon } && double.IsFinite(lat) && double.IsFinite(lon)) return true;
        tally.LeaveOut("without coordinates");
        return false;
    }

    private void Write(ExportRow row)
    {
        var json = stream.Json;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", row.Event.Id);
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(row.Event.Place!.Lon!.Value);
        json.WriteNumberValue(row.Event.Place.Lat!.Value);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        foreach (var column in rows.Table.Columns) Write(column, row);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(ExportColumn column, ExportRow row)
    {
        var json = stream.Json;
        if (column.ReadText?.Invoke(row) is { } text) json.WriteString(column.Name, text);
        else if (column.ReadInteger?.Invoke(row) is { } integer) json.WriteNumber(column.Name, integer);
        else if (column.ReadReal?.Invoke(row) is { } real && double.IsFinite(real)) json.WriteNumber(column.Name, real);
        else if (column.ReadDay?.Invoke(row) is { } day) json.WriteString(column.Name, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        else json.WriteNull(column.Name);
    }
}
