using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Organization.Features.Companies;

internal sealed record HolidayModel(DateOnly Date, bool Working, string Name);

/// <summary>A year's days off and worked weekend days: the company's where it has set the year, the statutory ones otherwise.</summary>
internal static class HolidaysOf
{
    [AllowedToEveryone]
    public sealed record Query(int Year) : IQuery<IReadOnlyList<HolidayModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyList<HolidayModel>>
    {
        public async Task<IReadOnlyList<HolidayModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (request.Year is < Holiday.FirstYear or > Holiday.LastYear)
                throw new ApiException(ApiErrorCode.BadUserInput, new($"'year' is between {Holiday.FirstYear} and {Holiday.LastYear}.", $"“year”应在 {Holiday.FirstYear} 与 {Holiday.LastYear} 之间。"));
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return [.. (await db.HolidaysOfAsync(request.Year, request.Year, cancellationToken)).Select(h => new HolidayModel(h.Date, h.Working, h.Name))];
        }
    }
}

internal sealed class WorkingDaysHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<WorkingDays, IReadOnlyList<DateOnly>>
{
    public async Task<IReadOnlyList<DateOnly>> Handle(WorkingDays request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var special = (await db.HolidaysOfAsync(request.From.Year, request.Until.Year, cancellationToken)).ToDictionary(h => h.Date, h => h.Working);
        var days = new List<DateOnly>();
        for (var day = request.From; day <= request.Until; day = day.AddDays(1))
        {
            if (special.TryGetValue(day, out var working) ? working : !StatutoryDays.IsWeekend(day))
                days.Add(day);
        }
        return days;
    }
}

internal static class Holidays
{
    public static async Task<IReadOnlyList<Holiday>> HolidaysOfAsync(this OrganizationDb db, int first, int last, CancellationToken cancellationToken)
    {
        var (from, until) = (new DateOnly(first, 1, 1), new DateOnly(last, 12, 31));
        var own = await db.HolidayYears.Where(y => y.Year >= first && y.Year <= last).Select(y => y.Year).ToListAsync(cancellationToken);
        var set = own.Count == 0 ? [] : await db.Holidays.AsNoTracking().Where(h => h.Date >= from && h.Date <= until).OrderBy(h => h.Date).ToListAsync(cancellationToken);
        return [.. Enumerable.Range(first, last - first + 1).SelectMany(year => own.Contains(year) ? set.Where(h => h.Date.Year == year) : StatutoryDays.Of(year))];
    }
}
