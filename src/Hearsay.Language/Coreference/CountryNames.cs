using System.Collections.Frozen;

namespace Hearsay.Language.Coreference;

/// <summary>
/// Whether a place's name is a country's, by its words in lower case. Knows the members and observers of the
/// United Nations, a few contested states and usual short forms; every other place is no country.
/// </summary>
internal static class CountryNames
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet((
        "afghanistan,albania,algeria,andorra,angola,argentina,armenia,australia,austria,azerbaijan,bahamas,bahrain,bangladesh,barbados,belarus," +
        "belgium,belize,benin,bhutan,bolivia,bosnia,botswana,brazil,britain,brunei,bulgaria,burkina faso,burma,burundi,cambodia,cameroon,canada," +
        "cape verde,central african republic,chad,chile,china,colombia,comoros,congo,costa rica,croatia,cuba,cyprus,czech republic,czechia," +
        "denmark,djibouti,dominica,dominican republic,dr congo,east timor,ecuador,egypt,el salvador,england,equatorial guinea,eritrea,estonia," +
        "eswatini,ethiopia,fiji,finland,france,gabon,gambia,georgia,germany,ghana,greece,grenada,guatemala,guinea,guinea-bissau,guyana,haiti," +
        "honduras,hungary,iceland,india,indonesia,iran,iraq,ireland,israel,italy,ivory coast,jamaica,japan,jordan,kazakhstan,kenya,kiribati," +
        "kosovo,kuwait,kyrgyzstan,laos,latvia,lebanon,lesotho,liberia,libya,liechtenstein,lithuania,luxembourg,macedonia,madagascar,malawi," +
        "malaysia,maldives,mali,malta,mauritania,mauritius,mexico,moldova,monaco,mongolia,montenegro,morocco,mozambique,myanmar,namibia,nauru," +
        "nepal,netherlands,new zealand,nicaragua,niger,nigeria,north korea,north macedonia,norway,oman,pakistan,palau,palestine,panama," +
        "papua new guinea,paraguay,peru,philippines,poland,portugal,qatar,romania,russia,rwanda,samoa,san marino,saudi arabia,scotland,senegal," +
        "serbia,seychelles,sierra leone,singapore,slovakia,slovenia,solomon islands,somalia,south africa,south korea,south sudan,spain,sri lanka," +
        "sudan,suriname,sweden,switzerland,syria,taiwan,tajikistan,tanzania,thailand,timor-leste,togo,tonga,trinidad,tunisia,turkey,turkiye," +
        "turkmenistan,tuvalu,uganda,ukraine,united arab emirates,united kingdom,united states,uk,us,u.s,u.s.,usa,uruguay,uzbekistan,vanuatu," +
        "vatican,venezuela,vietnam,wales,yemen,yugoslavia,soviet union,zambia,zimbabwe").Split(','), StringComparer.Ordinal);

    /// <summary>Whether the words name a country.</summary>
    public static bool IsCountry(string[] words) => Names.Contains(words.Length == 1 ? words[0] : string.Join(' ', words));
}
