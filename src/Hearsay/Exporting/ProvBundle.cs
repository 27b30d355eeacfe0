using System.Globalization;
using System.Text.Json;

namespace Hearsay.Exporting;

/// <summary>
/// The elements and relations of one PROV bundle while they are gathered: PROV-JSON keeps entities, agents and each
/// kind of relation in an object of their own, with the identifier as the key. An element that is named twice is one;
/// attributes without a value are left out. Values that are qualified names are typed as such.
/// </summary>
internal sealed class ProvBundle
{
    private readonly SortedDictionary<string, Dictionary<string, IReadOnlyList<(string Name, string? Value)>>> sections = new(StringComparer.Ordinal);
    private int relations;

    /// <summary>Adds an entity, activity or agent; the first description of an identifier stands.</summary>
    public void Add(string section, string id, IReadOnlyList<(string Name, string? Value)> attributes) => Section(section).TryAdd(id, attributes);

    /// <summary>Adds a relation; its identifier is a blank node.</summary>
    public void Relate(string section, params (string Name, string? Value)[] attributes) =>
        Section(section).Add("_:r" + (++relations).ToString(CultureInfo.InvariantCulture), attributes);

    /// <summary>Writes the bundle as an object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (section, elements) in sections)
        {
            json.WriteStartObject(section);
            foreach (var (id, attributes) in elements)
            {
                json.WriteStartObject(id);
                foreach (var (name, value) in attributes) Write(json, name, value);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private Dictionary<string, IReadOnlyList<(string, string?)>> Section(string name)
    {
        if (!sections.TryGetValue(name, out var section)) sections[name] = section = new(StringComparer.Ordinal);
        return section;
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) return;
        if (name != "prov:type")
        {
            json.WriteString(name, value);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("$", value);
        json.WriteString("type", "prov:QUALIFIED_NAME");
        json.WriteEndObject();
    }
}
