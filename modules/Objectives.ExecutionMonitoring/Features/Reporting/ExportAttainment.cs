using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Features.Reporting;

/// <summary>All rows of <see cref="ReadAttainment"/>, as they come from the database: each with the ids, codes and names of what it is of.</summary>
internal static class ExportAttainment
{
    private const int RowsAtOnce = 1_000;

    public static readonly ReportFile File = new(
        "attainment",
        new Dictionary<string, ReportArgument>
        {
            ["cycleId"] = ReportArgument.Text, ["groupBy"] = ReportArgument.List, ["granularity"] = ReportArgument.Text, ["asOf"] = ReportArgument.Day,
            ["filter.cycleId"] = ReportArgument.Text, ["filter.text"] = ReportArgument.Text, ["filter.level"] = ReportArgument.List, ["filter.status"] = ReportArgument.List, ["filter.ownerId"] = ReportArgument.Text,
            ["filter.unitId"] = ReportArgument.Text, ["filter.includeSubunits"] = ReportArgument.Flag, ["filter.regionId"] = ReportArgument.Text, ["filter.customerId"] = ReportArgument.Text, ["filter.measureId"] = ReportArgument.Text,
            ["filter.important"] = ReportArgument.Flag, ["filter.parentId"] = ReportArgument.Text, ["filter.hasFindings"] = ReportArgument.Flag, ["filter.health"] = ReportArgument.List,
        },
        Open);

    private static readonly Text[] Figures =
    [
        new("objectives", "目标数"), new("target", "目标值"), new("actual", "实际值"), new("attainment", "达成率"), new("onTrack", "正常"), new("atRisk", "有风险"), new("offTrack", "落后"),
    ];

    [AllowedToEveryone]
    public sealed record Query(AttainmentQuestion Asked) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, AttainmentReader reader, IMediator mediator) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public async Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken)
            => ReadAsync(request.Asked.By, await reader.FactsAsync(request.Asked, cancellationToken), await mediator.Send(new MeasureLabels(), cancellationToken), cancellationToken);

        private async IAsyncEnumerable<object?[]> ReadAsync(
            IReadOnlyList<ReportDimension> by, AttainmentFacts facts, IReadOnlyDictionary<MeasureId, MeasureLabel> measures, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var grouping = new AttainmentGrouping(by);
            var groups = grouping.Order().All(grouping.Group(facts.Of(db)));
            await foreach (var portion in groups.AsAsyncEnumerable().Chunk(RowsAtOnce).WithCancellation(cancellationToken))
            {
                var labels = await mediator.Send(
                    new LabelsOf(
                        [.. Distinct(portion, g => g.PersonId).Select(PersonId.From)], [.. Distinct(portion, g => g.UnitId).Select(UnitId.From)],
                        [.. Distinct(portion, g => g.RegionId).Select(RegionId.From)], [.. Distinct(portion, g => g.CustomerId).Select(CustomerId.From)]),
                    cancellationToken);
                foreach (var group in portion)
                {
                    var row = AttainmentRowModel.Of(group, by);
                    yield return [.. by.SelectMany(d => CellsOf(d, row, labels, measures)), row.Objectives, row.Target, row.Actual, row.Attainment, row.OnTrack, row.AtRisk, row.OffTrack];
                }
            }
        }

        private static IEnumerable<Guid> Distinct(AttainmentGroup[] portion, Func<AttainmentGroup, Guid> id) => portion.Select(id).Where(i => i != Guid.Empty).Distinct();

        private static IEnumerable<object?> CellsOf(ReportDimension dimension, AttainmentRowModel row, IReadOnlyDictionary<Guid, Label> labels, IReadOnlyDictionary<MeasureId, MeasureLabel> measures)
        {
            switch (dimension)
            {
                case ReportDimension.Level:
                    return [EnumNames.Of(row.Level!.Value)];
                case ReportDimension.Period:
                    return [row.Period?.ToString()];
                case ReportDimension.Measure:
                    var measure = measures.GetValueOrDefault(new(row.MeasureId));
                    return [GlobalId.Encode("Measure", row.MeasureId), measure.Code, measure.Name, measure.UnitOfMeasure];
                default:
                    var (type, id) = dimension switch
                    {
                        ReportDimension.Unit => ("Unit", row.UnitId),
                        ReportDimension.Region => ("Region", row.RegionId),
                        ReportDimension.Customer => ("Customer", row.CustomerId),
                        _ => ("Person", row.PersonId),
                    };
                    var label = labels.GetValueOrDefault(id);
                    return id == Guid.Empty ? [null, null, null] : [GlobalId.Encode(type, id), label.Code, label.Name];
            }
        }
    }

    private static ReportTable Open(Args args)
    {
        var asked = AttainmentQuestion.Of(args);
        return new([.. asked.By.SelectMany(HeadingsOf), .. Figures], new Query(asked));
    }

    private static IEnumerable<Text> HeadingsOf(ReportDimension dimension) => dimension switch
    {
        ReportDimension.Unit => [new("unitId", "单位 ID"), new("unitCode", "单位编码"), new("unit", "单位")],
        ReportDimension.Region => [new("regionId", "区域 ID"), new("regionCode", "区域编码"), new("region", "区域")],
        ReportDimension.Customer => [new("customerId", "客户 ID"), new("customerCode", "客户编码"), new("customer", "客户")],
        ReportDimension.Person => [new("personId", "人员 ID"), new("employeeNumber", "工号"), new("person", "人员")],
        ReportDimension.Level => [new("level", "层级")],
        ReportDimension.Measure => [new("measureId", "指标 ID"), new("measureCode", "指标编码"), new("measure", "指标"), new("unitOfMeasure", "计量单位")],
        _ => [new("period", "期间")],
    };
}
