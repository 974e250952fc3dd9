using CsCheck;
using Objectives.Contracts.Organization;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.Platform.Results;

namespace Objectives.UnitTests.PerformanceLinkage;

/// <summary>What schemes say, and who decides about them (S4.7, S5.5).</summary>
[Trait("Clause", "S5.5")]
public sealed class IncentiveSchemeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Saver = PersonId.New();
    private static readonly PersonId Other = PersonId.New();
    private static readonly PayoutCurve Line = new([new(60, 50), new(100, 100), new(120, 150)]);

    [Fact]
    public void Between_rules_the_payout_is_linear_before_the_first_nothing_after_the_last_flat()
        => new[] { 0m, 59.99m, 60, 80, 90, 100, 110, 120, 500 }.Select(Line.PercentAt).ShouldBe([0m, 0, 50, 75, 87.5m, 100, 125, 150, 150]);

    [Fact]
    public void A_curve_never_falls() => Gen.Int[0, 20_000].Select(Gen.Int[0, 20_000]).Sample((a, b) => Line.PercentAt(Math.Min(a, b) / 100m).ShouldBeLessThanOrEqualTo(Line.PercentAt(Math.Max(a, b) / 100m)));

    [Theory]
    [InlineData("0 -1", ErrorCode.NegativeIncentive, "rules.0.percentOfTarget")]
    [InlineData("60 50; 60 60", ErrorCode.Invalid, "rules.1.fromScore")]
    [InlineData("60 50; 50 60", ErrorCode.Invalid, "rules.1.fromScore")]
    [InlineData("60 50; 70 49.9", ErrorCode.Invalid, "rules.1.percentOfTarget")]
    [InlineData("-1 50", ErrorCode.Invalid, "rules.0.fromScore")]
    [InlineData("1001 50", ErrorCode.Invalid, "rules.0.fromScore")]
    [InlineData("60 1000.1", ErrorCode.Invalid, "rules.0.percentOfTarget")]
    public void Rules_rise_and_take_nothing_away(string rules, ErrorCode code, string field)
        => PayoutCurve.Read(PayoutCurve.Restore(rules).Rules).Errors.Select(e => (e.Code, e.Field)).ShouldBe([(code, field)]);

    [Fact]
    public void A_curve_is_kept_as_it_is() => PayoutCurve.Restore(Line.Write()).Rules.ShouldBe(Line.Rules);

    [Fact]
    public void Shares_make_up_exactly_100()
    {
        Shares.Read(33.33m, 33.33m, 33.34m).Value.ShouldBe(new(3333, 3333, 3334));
        Shares.Read(33.33m, 33.33m, 33.33m).Errors.Select(e => (e.Code, e.Field)).ShouldBe([(ErrorCode.WeightsNot100, "individualShare")]);
        Shares.Read(33.333m, 33.333m, 33.334m).Errors.Select(e => e.Code).Distinct().ShouldBe([ErrorCode.Invalid]);
        Shares.Read(120, -20, 0).Errors.Select(e => e.Field).ShouldBe(["individualShare", "teamShare"]);
    }

    [Theory]
    [InlineData("0", "CNY", true)]
    [InlineData("0.01", "CNY", true)]
    [InlineData("0.001", "CNY", false)]
    [InlineData("0.001", "KWD", true)]
    [InlineData("1", "JPY", true)]
    [InlineData("0.1", "JPY", false)]
    [InlineData("1", "XYZ", false)]
    public void Money_has_the_decimals_of_its_currency(string amount, string currency, bool fits)
    {
        var given = Of(amount);
        var read = Money.Read(given, currency, "amount", "currency");
        read.IsSuccess.ShouldBe(fits);
        if (fits)
            read.Value.Amount.ShouldBe(given);
    }

    [Fact]
    public void Whoever_saved_it_or_is_paid_by_it_does_not_approve_it()
    {
        var scheme = Saved();
        Codes(scheme.Approve(Saver, "可以", takesPart: false, hasFindings: false, Now)).ShouldBe([ErrorCode.SamePersonMayNotDecide]);
        Codes(scheme.Approve(Other, "可以", takesPart: true, hasFindings: false, Now)).ShouldBe([ErrorCode.SamePersonMayNotDecide]);
        Codes(scheme.Approve(Other, " ", takesPart: false, hasFindings: true, Now)).ShouldBe([ErrorCode.Required]);
        scheme.Approve(Other, " ", takesPart: false, hasFindings: false, Now).IsSuccess.ShouldBeTrue();
        Codes(scheme.Approve(Other, "可以", takesPart: false, hasFindings: false, Now)).ShouldBe([ErrorCode.Conflict]);
    }

    [Fact]
    public void Whatever_is_changed_is_approved_anew_and_what_is_final_stays()
    {
        var scheme = Saved();
        Codes(scheme.Finalise(0, Other, Now)).ShouldBe([ErrorCode.ForbiddenByState]);
        scheme.Approve(Other, "可以", takesPart: false, hasFindings: true, Now);
        scheme.Save(Terms("改"), Other, Now);
        (scheme.ApprovedById, scheme.ApprovalReason).ShouldBe((null, null));
        scheme.Approve(Saver, "可以", takesPart: false, hasFindings: true, Now).IsSuccess.ShouldBeTrue();
        scheme.Finalise(0, Other, Now).IsSuccess.ShouldBeTrue();
        Codes(scheme.Finalise(0, Other, Now)).ShouldBe([ErrorCode.Conflict]);
        Codes(scheme.Save(Terms("再改"), Other, Now)).ShouldBe([ErrorCode.ForbiddenByState]);
        scheme.Name.ShouldBe("改");
    }

    [Theory]
    [InlineData("60", false, "100", "100", "1", "")]
    [InlineData("60.01", false, "100", "100", "1", "INDIVIDUAL_SHARE_TOO_HIGH")]
    [InlineData("60", true, "100", "100", "1", "RANKS_PEOPLE")]
    [InlineData("60", false, "100.01", "100", "1", "TARGETS_OVER_BUDGET")]
    [InlineData("60", false, "100", "100", "1.5", "PAYOUT_MAY_EXCEED_BUDGET")]
    [InlineData("60", false, "0", "100", "1", "NO_PARTICIPANTS")]
    public void What_is_unbalanced_is_found(string individual, bool ranks, string targets, string budget, string most, string kinds)
    {
        var curve = new PayoutCurve([new(60, 50), new(100, 100), .. Of(most) > 1 ? (PayoutRule[])[new(120, Of(most) * 100)] : []]);
        var people = new ParticipantFacts(Of(targets) == 0 ? 0 : 3, Of(targets) * 100, 0, 0, 0, 0, false);
        var shares = new Shares((int)(Of(individual) * 100), Shares.Whole - (int)(Of(individual) * 100), 0);
        Kinds(SchemeFindings.Of(shares, ranks, new((long)(Of(budget) * 100), "CNY"), curve, people, 60)).ShouldBe(kinds);
    }

    [Fact]
    public void So_is_what_a_careful_reader_would_ask_about()
    {
        var facts = new ParticipantFacts(5, 100, 1, 2, 3, 4, true);
        Kinds(SchemeFindings.Of(new(0, 0, Shares.Whole), false, new(1000, "CNY"), new([new(80, 90)]), facts, 60))
            .ShouldBe("FULL_SCORE_PAYS_OTHERWISE PARTICIPANTS_WITHOUT_TARGET PARTICIPANTS_GONE PARTICIPANTS_ELSEWHERE IN_SEVERAL_SCHEMES SAVED_BY_PARTICIPANT");
        Kinds(SchemeFindings.Of(new(0, 0, Shares.Whole), false, new(1000, "CNY"), PayoutCurve.None, new(1, 100, 0, 0, 0, 0, false), 60)).ShouldBe("NO_RULES");
    }

    [Fact]
    public void A_team_is_worth_what_its_objectives_are_worth_on_average()
    {
        JointResult.Of([]).ShouldBe(new JointResult(null, 0));
        JointResult.Of([1m, 0.5m]).ShouldBe(new JointResult(75, 2));
        JointResult.Of([2m, 0.5m]).ShouldBe(new JointResult(85, 2)); // None counts more than 120.
        JointResult.Of([-1m, 1m]).ShouldBe(new JointResult(50, 2)); // Nor less than nothing.
        JointResult.Of([1m, 1m, 0m]).ShouldBe(new JointResult(66.67m, 3));
    }

    private static decimal Of(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

    private static IncentiveScheme Saved()
    {
        var scheme = IncentiveScheme.Open(new(Guid.CreateVersion7()));
        scheme.Save(Terms("方案"), Saver, Now).IsSuccess.ShouldBeTrue();
        return scheme;
    }

    private static SchemeTerms Terms(string name) => new(UnitId.New(), name, new(5000, 3000, 2000), false, new(100, "CNY"), Line);

    private static ErrorCode[] Codes(Result result) => [.. result.Errors.Select(e => e.Code)];

    private static string Kinds(IEnumerable<SchemeFinding> findings) => string.Join(' ', findings.Select(f => f.Kind));
}
