using Hearsay.Articles;

namespace Hearsay.Tests.Articles;

public sealed class PublicationDateTests
{
    [Theory]
    [InlineData("2024-03-12")]
    [InlineData("2024-03-12T23:59:59+02:00")]
    [InlineData("2024-03-12 08:00:00")]
    [InlineData("2024/3/12")]
    [InlineData("20240312")]
    [InlineData("12 March 2024")]
    [InlineData("12. Mar 2024, 10:00")]
    [InlineData("March 12th, 2024 at noon")]
    [InlineData("Mar. 12, 2024")]
    [InlineData("Tue, 12 Mar 2024 08:00:00 GMT")]
    [InlineData("Mon, 12 Mar 2024 08:00:00 GMT")]
    [InlineData("Tue Mar 12 08:00:00 UTC 2024")]
    [InlineData("Tue Mar 12 2024 08:00:00 GMT+0000")]
    [InlineData("01:38:07 PM IST Mar 12, 2024")]
    [InlineData("12.3.2024")]
    [InlineData("3/13/2024", 13)]
    [InlineData("13/3/24", 13)]
    public void A_day_is_read(string written, int day = 12) => Assert.Equal(new DateOnly(2024, 3, day), PublicationDate.Parse(written));

    [Theory]
    [InlineData("03/04/2024")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("2024-02-30")]
    [InlineData("2024")]
    [InlineData("March 2024")]
    [InlineData("on 12 March 2024")]
    [InlineData("12:30")]
    [InlineData("20240312081500")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_certain_day_is_refused(string? written) => Assert.Null(PublicationDate.Parse(written));
}
