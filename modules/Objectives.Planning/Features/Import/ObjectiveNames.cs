using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Import;
using Objectives.Platform.Import.StratMl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Import;

/// <summary>What rows of objectives call people, units, measures and the rest, read for some rows at a time.</summary>
internal sealed class ObjectiveNames(PlanningDb db, IMediator mediator, bool mayAddMeasures)
{
    private const string CodePrefix = "STRATML-";
    private const string MilestoneCode = CodePrefix + "MILESTONE";

    private readonly SortedSet<int> _milestones = [];
    private List<Measure> _measures = [];
    private ILookup<string, StrategyElementId> _elements = Array.Empty<StrategyElement>().ToLookup(e => e.Title, e => e.Id);
    private RecordsByCodeAnswer _records = new(new Dictionary<string, PersonId>(), new Dictionary<string, UnitId>(), new Dictionary<string, PositionId>(), new Dictionary<string, RegionId>(), new Dictionary<string, CustomerId>());
    private ILookup<(Guid Holder, string Text), Duty> _duties = Array.Empty<Duty>().ToLookup(d => (d.HolderId, d.Text));

    /// <summary>Which of all that the rows name is active.</summary>
    public WhereaboutsAnswer Active { get; private set; } = null!;

    /// <summary>By what objectives are followed to which the file gives no figure, and how another is named.</summary>
    public IEnumerable<RowFinding> Choices
    {
        get
        {
            if (_milestones.Count == 0)
                yield break;
            var (count, measure) = (_milestones.Count, _measures.Find(m => m.Code == MilestoneCode)!);
            yield return new(_milestones.Min, null, new(
                $"Objectives without a figure to reach, {count} here, are measured by '{measure.Name}' ({MilestoneCode}), in per cent complete. Over the API another milestone measure may be named, in columns: {{column: \"=CODE\", field: \"milestoneMeasureCode\"}}.",
                $"没有目标数值的目标（本次 {count} 个）以“{measure.Name}”（{MilestoneCode}）按完成百分比衡量。如需使用其他里程碑指标，可通过接口在 columns 中指明：{{column: \"=编码\", field: \"milestoneMeasureCode\"}}。"));
        }
    }

    /// <summary>A company has hundreds of measures and strategy elements, not millions: they are read once.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _measures = await db.Measures.AsNoTracking().OrderBy(m => m.Code).ToListAsync(cancellationToken);
        _elements = (await db.StrategyElements.AsNoTracking().Select(e => new { e.Title, e.Id }).ToListAsync(cancellationToken)).ToLookup(e => e.Title, e => e.Id);
    }

    /// <param name="units">Of the objectives that the rows change, whose duties rows may name without naming the unit.</param>
    public async Task LoadAsync(IReadOnlyList<ImportRow> rows, PersonId self, UnitId ownUnit, IReadOnlyList<Objective> known, CancellationToken cancellationToken)
    {
        _records = await mediator.Send(
            new RecordsByCode(Named(rows, "ownerEmployeeNumber"), Named(rows, "unitCode"), Named(rows, "positionCode"), Named(rows, "regionCode"), Named(rows, "customerCode")), cancellationToken);
        List<Guid> holders = [];
        if (rows.Any(r => r.Text("responsibility") is not null))
        {
            holders = [.. _records.Units.Values.Select(u => u.Value).Concat(_records.Positions.Values.Select(p => p.Value)).Append(ownUnit.Value)
                .Concat(known.Select(o => o.UnitId.Value)).Concat(known.Select(o => o.PositionId?.Value).OfType<Guid>()).Distinct()];
        }
        var duties = holders.Count == 0 ? [] : await mediator.Send(new DutiesHeldBy(holders), cancellationToken);
        _duties = duties.ToLookup(d => (d.HolderId, d.Text));
        Active = await mediator.Send(
            new Whereabouts(
                [.. _records.People.Values, self], [.. _records.Units.Values, ownUnit], [.. _records.Positions.Values], [.. _records.Regions.Values], [.. _records.Customers.Values],
                [.. duties.Select(d => d.Id)]),
            cancellationToken);
    }

    public PersonId? Owner(ImportRow row, PersonId? current) => Refer(row, "ownerEmployeeNumber", _records.People, current);

    public UnitId? Unit(ImportRow row, UnitId? current) => Refer(row, "unitCode", _records.Units, current);

    public PositionId? Position(ImportRow row, PositionId? current) => Refer(row, "positionCode", _records.Positions, current);

    public RegionId? Region(ImportRow row, RegionId? current) => Refer(row, "regionCode", _records.Regions, current);

    public CustomerId? Customer(ImportRow row, CustomerId? current) => Refer(row, "customerCode", _records.Customers, current);

    /// <summary>A duty of the unit or the position, by its text.</summary>
    public ResponsibilityId? Responsibility(ImportRow row, UnitId unit, PositionId? position, ResponsibilityId? current)
    {
        if (!row.Has("responsibility"))
            return current;
        if (row.Text("responsibility") is not { } text)
            return null;
        var found = _duties[(unit.Value, text)].Concat(position is { } p ? _duties[(p.Value, text)] : []).ToList();
        if (found.Exists(d => d.Id == current))
            return current;
        if (found.Find(d => !d.Retired) is { } duty)
            return duty.Id;
        row.Fail("responsibility", new("Neither the unit nor the position has this responsibility.", "该单位或岗位没有此项职责。"));
        return null;
    }

    public StrategyElementId? StrategyElement(ImportRow row, StrategyElementId? current)
    {
        if (!row.Has("strategyElement"))
            return current;
        if (row.Text("strategyElement") is not { } title)
            return null;
        var found = _elements[title].ToList();
        if (current is { } kept && found.Contains(kept))
            return current;
        if (found.Count == 1)
            return found[0];
        row.Fail("strategyElement", found.Count == 0
            ? new($"There is no {title}.", $"“{title}”不存在。")
            : new("Several strategy elements have this title.", "有多个战略要素使用该名称。"));
        return null;
    }

    /// <summary>By code; or by name, where one that is not there is made by those who may.</summary>
    public Measure? Measure(ImportRow row, MeasureId? current)
    {
        if (row.Text("measureCode") is { } code)
            return _measures.Find(m => m.Code == code) ?? NoMeasure(row, "measureCode", code);
        if (row.Text("measureName") is { } name)
            return Named(row, name, current);
        if (row.Has("measureName"))
            return Milestone(row, current);
        if (!row.Has("measureCode") && current is { } kept)
            return _measures.Find(m => m.Id == kept);
        row.Require("measureCode");
        return null;
    }

    /// <summary>Keeps a measure that a row made, and that it was chosen for the row, now that the row stands.</summary>
    public void Keep(ImportRow row, Measure measure, MeasureId? current)
    {
        if (measure.Code == MilestoneCode && measure.Id != current && row.Text("measureCode") is null && row.Text("milestoneMeasureCode") is null)
            _milestones.Add(row.Number);
        if (_measures.Contains(measure))
            return;
        db.Measures.Add(measure);
        _measures.Add(measure);
    }

    /// <summary>In the unit that the file gives: figures in another would say something else.</summary>
    private Measure? Named(ImportRow row, string name, MeasureId? current)
    {
        var given = row.Text("unitOfMeasure") is { Length: <= Domain.Measure.MaxUnitLength } text ? text : null;
        var unit = given ?? "1";
        var fit = _measures.FindAll(m => m.Name == name && (given is null || MeasureUnits.AreSame(m.UnitOfMeasure, given)));
        if ((fit.Find(m => m.Id == current) ?? fit.Find(m => m.UnitOfMeasure == unit) ?? fit.FirstOrDefault()) is { } found)
            return found;
        if (!mayAddMeasures)
            return NoMeasure(row, "measureName", given is null ? name : $"{name} ({given})");
        return Domain.Measure.Create(NextCode(), name, unit, MeasureDirection.Increase, Aggregation.None, row.Whole("measureDecimals") ?? 0);
    }

    /// <summary>
    /// What has no figure to reach is reached by per cent complete: of the measure that the caller names, or of one that is there for such objectives alone, so that they do not
    /// mix into the figures by another.
    /// </summary>
    private Measure? Milestone(ImportRow row, MeasureId? current)
    {
        var milestones = _measures.FindAll(m => m.Direction == MeasureDirection.Milestone);
        if (row.Text("milestoneMeasureCode") is { } code)
            return milestones.Find(m => m.Code == code) ?? NoMilestone(row, "milestoneMeasureCode", new($"There is no milestone measure {code}.", $"没有编码为“{code}”的里程碑指标。"));
        if ((milestones.Find(m => m.Id == current) ?? milestones.Find(m => m.Code == MilestoneCode)) is { } found)
            return found;
        if (!mayAddMeasures || _measures.Exists(m => m.Code == MilestoneCode))
        {
            return NoMilestone(row, "target", new(
                $"The file gives no figure to reach, and there is no milestone measure {MilestoneCode} by which such objectives are followed; an administrator can add it. Over the API another may be named in columns: {{column: \"=CODE\", field: \"milestoneMeasureCode\"}}.",
                $"文件未给出目标数值，且没有用于衡量此类目标的里程碑指标 {MilestoneCode}，请由管理员添加。也可通过接口在 columns 中指明其他里程碑指标：{{column: \"=编码\", field: \"milestoneMeasureCode\"}}。"));
        }
        return Domain.Measure.Create(MilestoneCode, "Completion 完成度", "%", MeasureDirection.Milestone, Aggregation.Last, 0);
    }

    private string NextCode()
    {
        var number = 1;
        while (_measures.Exists(m => m.Code == $"{CodePrefix}{number:D3}"))
            number++;
        return $"{CodePrefix}{number:D3}";
    }

    private static Measure? NoMeasure(ImportRow row, string field, string name)
    {
        row.Fail(field, new($"There is no measure {name}; an administrator can add it.", $"指标“{name}”不存在，请由管理员添加。"));
        return null;
    }

    private static Measure? NoMilestone(ImportRow row, string field, Text why)
    {
        row.Fail(field, why);
        return null;
    }

    private static T? Refer<T>(ImportRow row, string field, IReadOnlyDictionary<string, T> records, T? current)
        where T : struct
    {
        if (!row.Has(field))
            return current;
        if (row.Text(field) is not { } code)
            return null;
        if (records.TryGetValue(code, out var found))
            return found;
        row.Fail(field, new($"There is no {code}.", $"“{code}”不存在。"));
        return null;
    }

    private static List<string> Named(IReadOnlyList<ImportRow> rows, string field) => [.. rows.Select(r => r.Text(field)).OfType<string>().Distinct()];
}
