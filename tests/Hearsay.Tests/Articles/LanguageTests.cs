using Hearsay.Articles;
using Hearsay.Articles.Languages;

namespace Hearsay.Tests.Articles;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "The minister said on Monday that the talks would go on, but she did not say when they had last spoken with the other side.")]
    [InlineData("de", "Der Minister sagte am Montag, dass die Gespräche weitergehen, aber er wollte nicht sagen, wann sie sich mit der anderen Seite treffen.")]
    [InlineData("fr", "Le ministre a déclaré lundi que les discussions se poursuivent, mais il n'a pas dit quand les deux parties vont se revoir dans la capitale.")]
    [InlineData("es", "El ministro dijo el lunes que las conversaciones siguen, pero no quiso decir cuándo se reunirán las dos partes en la capital del país.")]
    [InlineData("pt", "O ministro disse na segunda-feira que as conversas continuam, mas não quis dizer quando as duas partes vão se encontrar na capital do país.")]
    [InlineData("it", "Il ministro ha detto lunedì che i colloqui continuano, ma non ha voluto dire quando le due parti si incontreranno nella capitale del paese.")]
    [InlineData("nl", "De minister zei maandag dat de gesprekken doorgaan, maar hij wilde niet zeggen wanneer de twee partijen elkaar in de hoofdstad zullen zien.")]
    [InlineData("pl", "Minister powiedział w poniedziałek, że rozmowy trwają, ale nie chciał powiedzieć, kiedy obie strony spotkają się w stolicy, bo to jest jeszcze do ustalenia.")]
    [InlineData("tr", "Bakan pazartesi günü görüşmelerin sürdüğünü söyledi ancak iki tarafın ne zaman bir araya geleceği için bir tarih vermedi ve bu konuda daha çok bilgi yok.")]
    [InlineData("id", "Menteri itu mengatakan pada hari Senin bahwa pembicaraan akan terus berlangsung, tetapi dia tidak mau mengatakan kapan kedua pihak akan bertemu di ibu kota.")]
    [InlineData("sw", "Waziri alisema Jumatatu kwamba mazungumzo ya pande hizo yataendelea katika mji mkuu wa nchi, lakini hata hivyo siku ya mkutano huo haikutajwa na serikali.")]
    [InlineData("ru", "Министр сказал в понедельник, что переговоры продолжаются, но он не стал говорить, когда стороны встретятся в столице, так как это ещё не решено.")]
    [InlineData("uk", "Міністр сказав у понеділок, що переговори тривають, але він не став говорити, коли сторони зустрінуться у столиці, бо це ще не вирішено.")]
    [InlineData("ar", "قال الوزير يوم الاثنين إن المحادثات مستمرة لكنه لم يقل متى يلتقي الطرفان في العاصمة بعد أن كان هذا الموعد قد أعلن من قبل")]
    [InlineData("fa", "وزیر روز دوشنبه گفت که گفت‌وگوها ادامه دارد اما او نگفت که دو طرف کی در پایتخت با هم دیدار می کند و این را برای بعد گذاشت")]
    [InlineData("hi", "मंत्री ने सोमवार को कहा कि बातचीत जारी है लेकिन यह नहीं बताया कि दोनों पक्ष राजधानी में कब मिलेंगे और इस पर कुछ नहीं कहा")]
    [InlineData("zh", "部长星期一说，会谈仍在继续，但他没有说明双方何时在首都会面。")]
    [InlineData("ja", "大臣は月曜日に協議が続いていると述べたが、双方がいつ首都で会うかは明らかにしなかった。")]
    [InlineData("ko", "장관은 월요일 회담이 계속되고 있다고 말했지만 양측이 언제 수도에서 만날지는 밝히지 않았다.")]
    [InlineData("el", "Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες συνεχίζονται.")]
    public void A_sentence_or_two_tell_the_language(string tag, string text) => Assert.Equal(tag, LanguageIdentifier.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("Oslo, Bergen, Trondheim, Tromsø, Stavanger, Hamar, Molde, Skien, Larvik, Horten, Moss, Halden, Narvik")]
    [InlineData("Ministers meet")]
    [InlineData("word word word word word word word word word word word word word word word word word word word word")]
    [InlineData("3 4 5 6 7 8 9 10 11 12 13 14 15 16")]
    public void What_is_no_running_text_tells_nothing(string text) => Assert.Null(LanguageIdentifier.Of(text));

    [Fact]
    public void Only_english_is_kept_where_only_english_is_wanted()
    {
        const string German = "Der Minister sagte am Montag, dass die Gespräche weitergehen, aber er wollte nicht sagen, wann sie sich mit der anderen Seite treffen.";
        using var scratch = new Scratch();
        string path = scratch.File("a.jsonl", $"{{\"text\":\"{German}\"}}\n{{\"text\":\"{German}\",\"language\":\"en\"}}\n{{\"text\":\"Kurz.\",\"language\":\"de\"}}\n{{\"text\":\"Short.\"}}\n");
        var readings = new ArticleReader { EnglishOnly = true }.Open([path]).Select(i => i.Read()).ToList();
        Assert.All(readings.Take(3), r => Assert.Equal((true, "HS1022"), (r.Skipped, r.Diagnostics[^1].Code)));
        Assert.Contains("German", readings[0].Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal("en", Reading.Clean(readings[3]).Language);
        Assert.Equal("de", Reading.Warns("HS1019", Reading.All(path)[0]).Language);
    }
}
