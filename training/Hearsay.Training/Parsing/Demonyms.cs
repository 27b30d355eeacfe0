namespace Hearsay.Training.Parsing;

/// <summary>
/// Words for nationalities, religions and political groups, which the name corpora leave unmarked or mix with other
/// things. Marking them the same way everywhere gives the kind GRP a consistent meaning.
/// </summary>
internal sealed class Demonyms(IReadOnlySet<string> peoples)
{
    private static readonly HashSet<string> Words = new(
        ("Afghan Albanian Algerian American Angolan Arab Arabian Argentine Argentinian Armenian Asian Assyrian Australian Austrian Azerbaijani Azeri "
        + "Bahraini Bangladeshi Basque Belarusian Belgian Bengali Bolivian Bosnian Brazilian British Bulgarian Burmese Burundian Cambodian Cameroonian "
        + "Canadian Catalan Chadian Chechen Chilean Chinese Colombian Congolese Croat Croatian Cuban Cypriot Czech Danish Dutch Ecuadorian Egyptian "
        + "English Eritrean Estonian Ethiopian European Filipino Finnish Flemish French Georgian German Ghanaian Greek Guatemalan Guinean Haitian Honduran "
        + "Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jordanian Kazakh Kenyan Korean Kosovar "
        + "Kurd Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian Libyan Lithuanian Macedonian Malawian Malaysian Malian Maltese Mauritanian "
        + "Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan Nigerian Norwegian Omani Pakistani Palestinian "
        + "Panamanian Paraguayan Persian Peruvian Polish Portuguese Qatari Roman Romanian Russian Rwandan Salvadoran Saudi Scottish Senegalese Serb Serbian "
        + "Singaporean Slovak Slovene Slovenian Somali Soviet Spanish Sudanese Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan Tunisian Turk "
        + "Turkish Turkmen Ugandan Ukrainian Uruguayan Uyghur Uzbek Venezuelan Vietnamese Welsh Western Yemeni Yugoslav Zambian Zimbabwean African "
        + "Hispanic Latino Hutu Tutsi Rohingya Pashtun Tamil Sinhalese Berber Bedouin Scot Dane Swede Finn Pole Spaniard Briton Englishman Frenchman "
        + "Irishman Dutchman Muslim Islamic Christian Jewish Jew Hindu Buddhist Sikh Catholic Protestant Orthodox Anglican Shiite Shia Shi'ite Sunni "
        + "Mormon Alawite Druze Yazidi Evangelical Lutheran Methodist Baptist Quaker Puritan Zionist Islamist "
        + "Democrat Republican Democratic Communist Marxist Maoist Nazi Fascist Tory Whig Bolshevik Baathist Bolivarian Peronist Kemalist").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a word, as written, names such a group or what belongs to it.</summary>
    public bool Contains(string word) =>
        Words.Contains(word) || peoples.Contains(word) || (word.Length > 3 && word[^1] == 's' && Words.Contains(word[..^1]) && !word.EndsWith("ss", StringComparison.Ordinal))
        || word is "Britons" or "Tories" or "Frenchmen" or "Englishmen" or "Irishmen";

    /// <summary>Marks such words as GRP where nothing else is marked.</summary>
    public void Mark(GoldSentence sentence)
    {
        if (sentence.Names is not { } tags) return;
        for (int i = 0; i < tags.Length; i++)
            if (tags[i] == "O" && Contains(sentence.Words[i]) && !(i + 1 < tags.Length && tags[i + 1]?.StartsWith("I-", StringComparison.Ordinal) == true))
                tags[i] = "B-GRP";
    }
}
