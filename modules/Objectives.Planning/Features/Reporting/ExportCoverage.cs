using System.Runtime.CompilerServices;
using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Reporting;

/// <summary>All rows of <see cref="ReadCoverage"/>, a page after the other.</summary>
internal static class ExportCoverage
{
    public static readonly ReportFile File = new(
        "coverage",
        new Dictionary<string, ReportArgument> { ["cycleId"] = ReportArgument.Text, ["unitId"] = ReportArgument.Text, ["asOf"] = ReportArgument.Day },
        args => new(
            [
                new("objectiveId", "目标 ID"), new("code", "编码"), new("title", "标题"), new("level", "层级"), new("unitCode", "单位编码"), new("unit", "单位"), new("employeeNumber", "工号"), new("owner", "负责人"),
                new("measureCode", "指标编码"), new("measure", "指标"), new("unitOfMeasure", "计量单位"), new("target", "目标值"), new("covered", "下级覆盖值"), new("shortfall", "缺口"), new("children", "计入的下级目标数"),
            ],
            new Query(args.Get<CycleId>("cycleId"), args.Get<UnitId?>("unitId"), args.Get<DateOnly?>("asOf"))));

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, UnitId? UnitId, DateOnly? AsOf) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IMediator mediator) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        /// <summary>The first page is read at once, so that what is asked wrongly is told before anything is written.</summary>
        public async Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken)
            => ReadAsync(request, await PageAsync(request, null, cancellationToken), await mediator.Send(new MeasureLabels(), cancellationToken), cancellationToken);

        private async IAsyncEnumerable<object?[]> ReadAsync(Query request, Page<CoverageRowModel> page, IReadOnlyDictionary<MeasureId, MeasureLabel> measures, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (true)
            {
                var labels = await mediator.Send(new LabelsOf([.. page.Nodes.Select(r => r.Objective.OwnerId).Distinct()], [.. page.Nodes.Select(r => r.Objective.UnitId).Distinct()], [], []), cancellationToken);
                foreach (var row in page.Nodes)
                {
                    var (o, measure) = (row.Objective, measures.GetValueOrDefault(row.Objective.MeasureId));
                    var (unit, owner) = (labels.GetValueOrDefault(o.UnitId.Value), labels.GetValueOrDefault(o.OwnerId.Value));
                    yield return
                    [
                        GlobalId.Encode("Objective", o.Id), o.Code, o.Title, EnumNames.Of(o.Level), unit.Code, unit.Name, owner.Code, owner.Name, measure.Code, measure.Name, measure.UnitOfMeasure,
                        row.Target, row.Covered, row.Shortfall, row.Children,
                    ];
                }
                if (!page.PageInfo.HasNextPage)
                    yield break;
                page = await PageAsync(request, page.PageInfo.EndCursor, cancellationToken);
            }
        }

        private Task<Page<CoverageRowModel>> PageAsync(Query request, string? after, CancellationToken cancellationToken)
            => mediator.Send(new ReadCoverage.Query(request.CycleId, request.UnitId, request.AsOf, new(PageRequest.MaxSize, after, WantsTotal: false)), cancellationToken);
    }
}
