using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Gaps;

/// <param name="Missing">How many levels together.</param>
internal sealed record MatrixRowModel(PersonId PersonId, int Missing, IReadOnlyList<MatrixNeedModel> Needs)
{
    public static MatrixRowModel Of(PersonId person, IEnumerable<Gap> standings)
    {
        List<MatrixNeedModel> needs = [.. standings.GroupBy(g => g.Need.CompetencyId).Select(g => MatrixNeedModel.Of(g.Key, [.. g]))];
        return new(person, needs.Sum(n => n.Missing), needs);
    }

    /// <summary>Who lacks most first; the others in the order in which they came.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{99_999 - Missing:D5}{PersonId.Value:N}");
}

/// <param name="Required">The most that any objective needs.</param>
/// <param name="Planned">Whether all that is missing is planned.</param>
internal sealed record MatrixNeedModel(CompetencyId CompetencyId, int Required, int Current, bool Planned)
{
    public int Missing => Math.Max(0, Required - Current);

    public static MatrixNeedModel Of(CompetencyId competency, IReadOnlyList<Gap> standings)
    {
        List<Gap> open = [.. standings.Where(g => g.IsOpen)];
        return new(competency, standings.Max(g => g.Need.Level), standings[0].Current, open.Count > 0 && open.TrueForAll(g => g.Planned));
    }
}

/// <summary>What the objectives of a unit's people need and what they have, of those whose development the caller may read; who lacks most first.</summary>
internal static class ReadMatrix
{
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, UnitId UnitId, bool IncludeSubunits, PageRequest Page) : IQuery<Page<MatrixRowModel>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs, DevelopmentSight sight, IMediator mediator) : IQueryHandler<Query, Page<MatrixRowModel>>
    {
        public async Task<Page<MatrixRowModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var people = await sight.MembersAsync(request.UnitId, request.IncludeSubunits, cancellationToken);
            if (people.Count == 0 || !(await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).TryGetValue(request.CycleId, out var cycle))
                return Page<MatrixRowModel>.Empty;
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var needy = await db.ObjectiveNeeds.Where(n => n.CycleId == request.CycleId).Select(n => n.ObjectiveId).ToListAsync(cancellationToken);
            var objectives = needy.Count == 0 ? [] : await mediator.Send(new ObjectivesCarriedOut(request.CycleId, people, null, false) { Ids = needy }, cancellationToken);
            var standings = (await db.StandingsAsync(objectives.ToDictionary(o => o.Id, o => o.OwnerId), _ => cycle.End, cancellationToken)).ToLookup(g => g.Need.OwnerId);
            return Page.Of(people.Select(p => MatrixRowModel.Of(p, standings[p])).Select(row => (row.Place, row)), request.Page);
        }
    }
}
