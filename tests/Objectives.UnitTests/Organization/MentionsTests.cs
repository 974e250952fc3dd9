using Objectives.Contracts.Organization;
using Objectives.Organization.Domain;

namespace Objectives.UnitTests.Organization;

public sealed class MentionsTests
{
    private static readonly Mentions.Named Wei = Named("张伟", "E0111");
    private static readonly Mentions.Named OtherWei = Named("张伟", "E0222");
    private static readonly Mentions.Named Weiguo = Named("张伟国", "E0112");
    private static readonly Mentions.Named Li = Named("李娜", "E1");
    private static readonly Mentions.Named Ann = Named("Ann", "E2");
    private static readonly Mentions.Named AnnLee = Named("Ann Lee", "E-3");
    private const string Letters = "@@ 张伟国李娜AnLe\n()";
    private static readonly Mentions.Named[] Everyone = [Wei, Weiguo, Li, Ann, AnnLee];

    [Theory]
    [InlineData("@张伟请看一下", "E0111")]
    [InlineData("@张伟国请看一下", "E0112")]
    [InlineData("请@李娜和@张伟处理", "E1 E0111")]
    [InlineData("@E0111 please", "E0111")]
    [InlineData("@e0111请看", "E0111")]
    [InlineData("＠李娜", "E1")]
    [InlineData("@Ann Lee, and you?", "E-3")]
    [InlineData("@Ann and others", "E2")]
    [InlineData("@Anna", "")]
    [InlineData("@E01112", "")]
    [InlineData("@E-3.", "E-3")]
    [InlineData("mail ann@Ann", "")]
    [InlineData("@@李娜", "E1")]
    [InlineData("@ 李娜", "")]
    [InlineData("@李娜 @李娜", "E1")]
    [InlineData("@", "")]
    [InlineData("", "")]
    [InlineData("nobody is named", "")]
    public void The_longest_name_that_fits_is_meant(string text, string numbers)
        => Mentions.In(text).Resolve(Everyone).Select(id => Everyone.Single(p => p.Id == id).EmployeeNumber).ShouldBe(numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("@张伟 请看", 2)]
    [InlineData("@张伟(E0222)请看", 1)]
    [InlineData("@张伟（E0222）请看", 1)]
    [InlineData("@张伟(经理)请看", 2)]
    public void Of_several_of_one_name_all_are_meant_unless_the_number_follows(string text, int count)
    {
        var meant = Mentions.In(text).Resolve([Wei, OtherWei]);
        meant.Count.ShouldBe(count);
        meant.ShouldContain(OtherWei.Id);
    }

    [Fact]
    public void What_could_be_meant_is_among_the_candidates()
        => Gen.Int[0, Letters.Length - 1].Select(i => Letters[i]).Array[0, 60].Select(letters => new string(letters)).Sample(text =>
        {
            var mentions = Mentions.In(text);
            var candidates = mentions.Candidates.ToHashSet();
            foreach (var id in mentions.Resolve(Everyone))
                Everyone.ShouldContain(p => p.Id == id && (candidates.Contains(p.Name) || candidates.Contains(p.EmployeeNumber)));
        });

    [Fact]
    public void A_long_text_of_many_mentions_stays_bounded()
    {
        var mentions = Mentions.In(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"@{i:000000}")));
        mentions.Candidates.Count.ShouldBeLessThanOrEqualTo(Mentions.MaxCount * Person.MaxNameLength);
    }

    private static Mentions.Named Named(string name, string number) => new(PersonId.New(), name, number);
}
