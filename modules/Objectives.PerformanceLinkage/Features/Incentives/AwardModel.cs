using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.PerformanceLinkage.Features.Readings;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Incentives;

/// <param name="OwedMinor">All awards of the scheme together before the budget was looked at.</param>
internal sealed record AwardModel(FinalAward Award, IncentiveScheme Scheme, string? TeamName, long OwedMinor, bool Final)
{
    public MoneyModel Individual => MoneyOf(Award.IndividualMinor);

    public MoneyModel Team => MoneyOf(Award.TeamMinor);

    public MoneyModel Company => MoneyOf(Award.CompanyMinor);

    public MoneyModel Total => MoneyOf(TotalMinor);

    /// <summary>How each figure came about, in the caller's language.</summary>
    public IReadOnlyList<string> Steps =>
    [
        .. new Text[]
        {
            new(
                $"Target {Say(Award.TargetMinor)}: {Percent(Scheme.IndividualShare)} % for your own results, {Percent(Scheme.TeamShare)} % for the team's, {Percent(Scheme.CompanyShare)} % for the company's.",
                $"目标奖金 {Say(Award.TargetMinor)}：个人成绩占 {Percent(Scheme.IndividualShare)}%，团队成绩占 {Percent(Scheme.TeamShare)}%，公司成绩占 {Percent(Scheme.CompanyShare)}%。"),
            Part("Individual", "个人", Award.IndividualScore, Award.IndividualPercent, Scheme.IndividualShare, "no score can be assessed", "无法评定得分"),
            Part(
                TeamName is null ? "Team" : $"Team {TeamName} ({Objectives(Award.TeamAssessed)})", TeamName is null ? "团队" : $"团队“{TeamName}”（{Award.TeamAssessed} 个目标）",
                Award.TeamScore, Award.TeamPercent, Scheme.TeamShare, "none of its own objectives can be assessed", "没有可评定的团队目标"),
            Part(
                Award.CompanyAssessed == 0 ? "Company" : $"Company ({Objectives(Award.CompanyAssessed)})", Award.CompanyAssessed == 0 ? "公司" : $"公司（{Award.CompanyAssessed} 个目标）",
                Award.CompanyScore, Award.CompanyPercent, Scheme.CompanyShare, "none of its objectives can be assessed", "没有可评定的公司目标"),
            OwedMinor > Scheme.BudgetMinor
                ? new(
                    $"All awards together would be {Say(OwedMinor)}, over the budget of {Say(Scheme.BudgetMinor)}: each is cut in the same proportion, what is left over by rounding goes to those who lost most by it. {Say(Award.OwedMinor)} becomes {Say(TotalMinor)}.",
                    $"全部奖金合计应为 {Say(OwedMinor)}，超过预算 {Say(Scheme.BudgetMinor)}：各人按同一比例缩减，舍入余数按最大余数法分配。{Say(Award.OwedMinor)} 缩减为 {Say(TotalMinor)}。")
                : new($"All awards together, {Say(OwedMinor)}, are within the budget of {Say(Scheme.BudgetMinor)}.", $"全部奖金合计 {Say(OwedMinor)}，未超过预算 {Say(Scheme.BudgetMinor)}。"),
            new(
                $"Rounded down as a whole: {Say(Award.IndividualMinor)} + {Say(Award.TeamMinor)} + {Say(Award.CompanyMinor)} = {Say(TotalMinor)}.",
                $"合计向下取整：{Say(Award.IndividualMinor)} + {Say(Award.TeamMinor)} + {Say(Award.CompanyMinor)} = {Say(TotalMinor)}。"),
        }.Select(step => step.ToString()),
    ];

    private long TotalMinor => Award.IndividualMinor + Award.TeamMinor + Award.CompanyMinor;

    private Text Part(string english, string chinese, decimal? score, decimal percent, int share, string whyNotEnglish, string whyNotChinese)
    {
        if (score is not { } known)
            return new($"{english}: {whyNotEnglish}, so nothing is paid for it.", $"{chinese}：{whyNotChinese}，该部分不发放。");
        var owed = new Money(Award.TargetMinor, Scheme.Currency).Amount * share * percent / (Shares.Whole * 100m);
        return new(
            $"{english}: score {Number(known)} pays {Number(percent)} % of {Percent(share)} % of the target: {Amount(owed)}.",
            $"{chinese}：得分 {Number(known)}，发放目标奖金 {Percent(share)}% 的 {Number(percent)}%：{Amount(owed)}。");
    }

    private MoneyModel MoneyOf(long minor) => new(new Money(minor, Scheme.Currency).Amount, Scheme.Currency);

    private string Say(long minor) => new Money(minor, Scheme.Currency).ToString();

    /// <summary>Not rounded, but for what no one reads.</summary>
    private string Amount(decimal amount) => $"{amount.ToString($"#,##0.{new string('0', Currencies.DecimalsOf(Scheme.Currency) ?? 2)}####", CultureInfo.InvariantCulture)} {Scheme.Currency}";

    private static string Percent(int share) => Number(Shares.Percent(share));

    private static string Number(decimal value) => Quantity.Format(value);

    private static string Objectives(int count) => count == 1 ? "1 objective" : $"{count} objectives";
}

/// <summary>What a scheme would pay on today's figures, or on those that are assumed; changes nothing. Of a scheme whose awards are final: these, unless something is assumed.</summary>
internal static class PreviewAwards
{
    /// <param name="Assume">Scores, 0–1,000; of team and company 0–120.</param>
    [AllowedTo(Role.Hr, Role.Auditor)]
    public sealed record Query(Contracts.PerformanceLinkage.IncentiveSchemeId SchemeId, Assumption? Assume) : IQuery<IReadOnlyList<AwardModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, AwardReckoner reckoner, AwardNames names, ReadingLog log) : IQueryHandler<Query, IReadOnlyList<AwardModel>>
    {
        public async Task<IReadOnlyList<AwardModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var assumed = Checked(request.Assume ?? Assumption.None);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var scheme = await db.IncentiveSchemes.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.SchemeId, cancellationToken)
                ?? throw new ApiException(ApiErrorCode.NotFound, new("There is no such scheme.", "该激励方案不存在。"));
            await log.KeepAsync("IncentiveScheme", [scheme.Id.Value], cancellationToken);
            if (scheme.IsFinal && assumed == Assumption.None)
            {
                var final = await db.FinalAwards.AsNoTracking().Where(a => a.SchemeId == scheme.Id).ToListAsync(cancellationToken);
                return await names.ModelsAsync(final.ConvertAll(a => (a, scheme, scheme.OwedMinor ?? 0)), final: true, cancellationToken);
            }
            var participants = await db.Participants.AsNoTracking().Where(p => p.SchemeId == scheme.Id).ToListAsync(cancellationToken);
            var reckoned = await reckoner.WorkOutAsync(scheme, participants, assumed, withinCommand: false, cancellationToken);
            return await names.ModelsAsync([.. reckoned.Awards.Select(a => (a, scheme, reckoned.OwedMinor))], final: false, cancellationToken);
        }

        private static Assumption Checked(Assumption assumed)
        {
            Check(assumed.Individual, PayoutCurve.MaxScore, "individual");
            Check(assumed.Team, JointResult.MaxScore, "team");
            Check(assumed.Company, JointResult.MaxScore, "company");
            return assumed;

            static void Check(decimal? score, decimal max, string field)
            {
                if (score < 0 || score > max)
                    throw new ApiException(ApiErrorCode.BadUserInput, new($"'{field}' is between 0 and {max:0}.", $"“{field}”应在 0 与 {max:0} 之间。"));
            }
        }
    }
}

/// <summary>People's final awards of cycles: each his own; HR's to read, and auditors', which is logged.</summary>
internal static class AwardsOf
{
    public readonly record struct Key(PersonId PersonId, CycleId CycleId);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, IReadOnlyList<AwardModel>>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, AwardNames names, SchemeSight sight, ReadingLog log, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<Key, IReadOnlyList<AwardModel>>>
    {
        public async Task<IReadOnlyDictionary<Key, IReadOnlyList<AwardModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var people = request.Keys.Select(k => k.PersonId).Where(p => sight.SeesAll || p == call.Caller.Id).Distinct().ToList();
            var cycles = request.Keys.Select(k => k.CycleId).Distinct().ToList();
            if (people.Count == 0)
                return new Dictionary<Key, IReadOnlyList<AwardModel>>();
            var rows = await db.FinalAwards.AsNoTracking().Where(a => EF.Parameter(people).Contains(a.PersonId) && EF.Parameter(cycles).Contains(a.CycleId))
                .Join(db.IncentiveSchemes, a => a.SchemeId, s => s.Id, (a, s) => new { Award = a, Scheme = s }).ToListAsync(cancellationToken);
            await log.KeepAsync("Person", rows.Select(r => r.Award.PersonId.Value).Distinct(), cancellationToken);
            var models = await names.ModelsAsync([.. rows.OrderBy(r => r.Scheme.Name, StringComparer.Ordinal).Select(r => (r.Award, r.Scheme, r.Scheme.OwedMinor ?? 0))], final: true, cancellationToken);
            return models.GroupBy(m => new Key(m.Award.PersonId, m.Award.CycleId)).ToDictionary(g => g.Key, g => (IReadOnlyList<AwardModel>)[.. g]);
        }
    }
}

/// <summary>Gives awards the names of the teams that they rest on.</summary>
internal sealed class AwardNames(IMediator mediator)
{
    public async Task<IReadOnlyList<AwardModel>> ModelsAsync(IReadOnlyList<(FinalAward Award, IncentiveScheme Scheme, long OwedMinor)> awards, bool final, CancellationToken cancellationToken)
    {
        var names = await mediator.Send(new UnitNames([.. awards.Select(a => a.Award.TeamId).OfType<UnitId>().Distinct()]), cancellationToken);
        return [.. awards.Select(a => new AwardModel(a.Award, a.Scheme, a.Award.TeamId is { } team ? names.GetValueOrDefault(team) : null, a.OwedMinor, final))];
    }
}
