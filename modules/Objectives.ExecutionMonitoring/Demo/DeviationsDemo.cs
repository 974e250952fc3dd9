using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Domain.Meetings;
using Objectives.ExecutionMonitoring.Features.Deviations;
using Objectives.ExecutionMonitoring.Features.Meetings;
using Objectives.Platform.Demo;

namespace Objectives.ExecutionMonitoring.Demo;

/// <summary>
/// Has the demo company's people take its worst deviations in hand, by the commands that they would use themselves: some are settled, some coordinated, some came from outside and await a revision, some are taken to the office meeting of
/// a division, of which one was held and one is to come; what endangers the company waits for the company's. The others are open, as they would be in any week.
/// </summary>
internal sealed class DeviationsDemo(IServiceScopeFactory scopes, IDbContextFactory<ExecutionMonitoringDb> dbs) : IDemoSource
{
    private const int EachWay = 4;

    public int Order => 31;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        var people = company.People.ToDictionary(p => p.Id);
        var deviations = await ReadAsync(cancellationToken);
        foreach (var deviation in deviations.Where(d => d.Severity == DeviationSeverity.Individual).Take(EachWay))
        {
            await scopes.AskAsync(people[deviation.OwnerId], new SettleDeviation.Command(deviation.Id, "每周三复盘一次，先补齐上门人手（A look at it each Wednesday; first more people on the road）"));
            if (deviation.Number % 2 == 0 && people[deviation.OwnerId].Superior is { } superior)
                await scopes.AskAsync(superior, new SettleDeviation.Command(deviation.Id, "我负责协调排班（I see to the shifts）"));
        }
        await StrikeAsync(company, people, [.. deviations.Where(d => d.Severity == DeviationSeverity.Individual).Skip(EachWay)]);
        foreach (var deviation in deviations.Where(d => d.Severity == DeviationSeverity.Department).Take(EachWay))
        {
            if (people[deviation.OwnerId].Superior is { } superior)
                await scopes.AskAsync(superior, new RouteDeviation.Command(deviation.Id, null, DeviationRoute.Coordinate, null, null, null, "请相关小组支援（Teams concerned, please help）"));
        }
        await MeetAsync(company, people, [.. deviations.Where(d => d.Severity == DeviationSeverity.Department).Skip(EachWay)]);
        await CallCompanyAsync(company, people, [.. deviations.Where(d => d.Severity == DeviationSeverity.Company).Take(EachWay)]);
        progress.Report("deviations", deviations.Count, deviations.Count);
    }

    /// <summary>Some came from outside: those of the team that everyone may try, and where it has too few, of others.</summary>
    private async Task StrikeAsync(DemoCompany company, Dictionary<PersonId, DemoPerson> people, IReadOnlyList<Lagging> deviations)
    {
        foreach (var deviation in deviations.OrderBy(d => people[d.OwnerId].Superior?.EmployeeNumber == "E0111" ? 0 : 1).ThenBy(d => d.Number))
        {
            if (company.Strokes.Count == EachWay)
                return;
            var owner = people[deviation.OwnerId];
            if (owner.Superior is { Superior: not null } superior
                && (await scopes.AskAsync(superior, new RouteDeviation.Command(deviation.Id, null, DeviationRoute.TargetRevision, true, null, null, "暴雨停运两周（Two weeks without transport after the storm）"))).IsSuccess)
                company.Strokes.Add(new(deviation.ObjectiveId, owner, deviation.Id));
        }
    }

    /// <summary>The division with the most of them takes some to its office meeting, which resolves half.</summary>
    private async Task MeetAsync(DemoCompany company, Dictionary<PersonId, DemoPerson> people, IReadOnlyList<Lagging> deviations)
    {
        var byDivision = deviations.GroupBy(d => DivisionOf(people[d.OwnerId].Unit)).Where(g => g.Key is not null).OrderByDescending(g => g.Count()).ThenBy(g => g.Key!.Index).FirstOrDefault();
        if (byDivision is not { Key: { } division })
            return;
        var toMeeting = new List<Lagging>();
        foreach (var deviation in byDivision.Take(2 * EachWay))
        {
            if (people[deviation.OwnerId].Superior is { } superior
                && (await scopes.AskAsync(superior, new RouteDeviation.Command(deviation.Id, null, DeviationRoute.OfficeMeeting, null, null, null, "影响部门目标，提请办公会议议决（Endangers the unit's target）"))).IsSuccess)
                toMeeting.Add(deviation);
        }
        var (chair, today) = (division.Leader, Today(company));
        List<PersonId> attendees = [.. company.People.Where(p => p.Superior == chair).Take(5).Select(p => p.Id)];
        await scopes.AskAsync(chair, new HoldOfficeMeeting.Command(
            null, division.Id, OfficeLevel.Department, today, attendees,
            [.. toMeeting.Take(toMeeting.Count / 2).Select((d, i) => new HoldOfficeMeeting.Entry(
                d.Id, "从其他大区调配两组工程师，为期一个季度（Two crews from other regions for a quarter）", (CorrectionKind)(i % 3), people[d.OwnerId].Superior!.Id, today.AddDays(14)))]));
        await scopes.AskAsync(chair, new ScheduleOfficeMeeting.Command(division.Id, OfficeLevel.Department, today.AddDays(7), attendees));
    }

    /// <summary>What endangers the company is taken to its office meeting, which is to come with the leaders of the divisions.</summary>
    private async Task CallCompanyAsync(DemoCompany company, Dictionary<PersonId, DemoPerson> people, IReadOnlyList<Lagging> deviations)
    {
        foreach (var deviation in deviations)
        {
            if (people[deviation.OwnerId].Superior is { } superior)
                await scopes.AskAsync(superior, new RouteDeviation.Command(deviation.Id, null, DeviationRoute.OfficeMeeting, null, null, null, "影响公司目标，提请公司办公会议议决（Endangers the company's target）"));
        }
        var root = company.Units[0];
        if (deviations.Count > 0)
            await scopes.AskAsync(root.Leader, new ScheduleOfficeMeeting.Command(root.Id, OfficeLevel.Company, Today(company).AddDays(3), [.. root.Children.Select(d => d.Leader.Id)]));
    }

    private static DateOnly Today(DemoCompany company) => DateOnly.FromDateTime(company.Now.AddHours(8).DateTime);

    private static DemoUnit? DivisionOf(DemoUnit unit) => unit.Parent is null ? null : unit.Parent.Parent is null ? unit : DivisionOf(unit.Parent);

    private async Task<IReadOnlyList<Lagging>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rows = await db.Deviations.OrderByDescending(d => d.SeverityRank).ThenBy(d => d.ObjectiveId).Select(d => new { d.Id, d.ObjectiveId, d.OwnerId, d.Severity }).ToListAsync(cancellationToken);
        return [.. rows.Select((d, i) => new Lagging(d.Id, d.ObjectiveId, d.OwnerId, d.Severity, i))];
    }

    private sealed record Lagging(DeviationId Id, ObjectiveId ObjectiveId, PersonId OwnerId, DeviationSeverity Severity, int Number);
}
