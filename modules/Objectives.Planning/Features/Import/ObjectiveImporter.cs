using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Import;
using Objectives.Platform.Import.StratMl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Import;

/// <summary>Rows as a cycle's objectives. Parents take effect before their children; an objective that moves is written by itself, since with it moves all that stands below.</summary>
/// <param name="isTable">Whether a row must say its level; in other formats it follows from the unit.</param>
internal sealed partial class ObjectiveImporter(
    PlanningDb db, Cycle cycle, ObjectiveWriter writer, ObjectiveNames names, IValidator<DraftObjective.Command> validator, BusinessClock clock, bool isTable) : RecordImporter(db)
{
    private const int FewRows = 8;
    private static readonly CodeValidator Codes = new();

    /// <summary>Which objective each row of the file became, for rows that name it as their parent, and which row each objective was.</summary>
    private readonly Dictionary<string, ObjectiveId> _byReference = [];
    private readonly Dictionary<ObjectiveId, int> _rows = [];
    private readonly Queue<int> _numbers = [];

    private IReadOnlyList<ImportRow> _batch = [];
    private int _next;
    private int _loaded;
    private int _stride;
    private Dictionary<ObjectiveId, Objective> _held = [];
    private Dictionary<string, Objective> _byCode = [];
    private ILookup<string, Objective> _byTitle = Array.Empty<Objective>().ToLookup(o => o.Title);

    public override string KeyField => "title";

    public override string? KeyOf(ImportRow row) => row.Text("code") ?? row.Text("exportedId") ?? (row.Text("title") is { } title
        ? string.Join('\u001F', title, row.Text("ownerEmployeeNumber"), row.Text("unitCode"), row.Text("parentCode"), row.Text("parentRow"))
        : null);

    public override string NameOf(ImportRow row) => row.Text("code") ?? row.Text("title") ?? row.Reference;

    public override ParentReference? ParentOf(ImportRow row) => (row.Text("parentCode"), row.Text("parentRow")) switch
    {
        ({ } code, _) => new("parentCode", code, null),
        (_, { } reference) => new("parentRow", null, reference),
        _ => null,
    };

    public override IEnumerable<RowFinding> Choices => names.Choices;

    /// <summary>Holds the tree, so that it changes by this import alone until that is done.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await db.TakeNumbersAsync(cycle.Id, 0, cancellationToken);
        await names.StartAsync(cancellationToken);
    }

    /// <summary>Numbers that no objective got are given back: an import that changes nothing changes not even the next number.</summary>
    public override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_numbers.Count > 0)
            await db.TakeNumbersAsync(cycle.Id, -_numbers.Count, cancellationToken);
        _numbers.Clear();
    }

    public override Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        (_batch, _next, _loaded, _stride) = (rows, 0, 0, rows.Count);
        return Task.CompletedTask;
    }

    public override async ValueTask<RowVerdict> ApplyAsync(ImportRow row, CancellationToken cancellationToken)
    {
        while (!ReferenceEquals(_batch[_next], row))
            _next++;
        if (_next++ >= _loaded)
            await ReadAsync(_next - 1, cancellationToken);
        var known = ByCode(row) ?? ById(row);
        if (row.Errors.Count > 0)
            return RowVerdict.Rejected;
        var (parent, owner, unit) = (ParentOf(row, known), names.Owner(row, known?.OwnerId ?? writer.Caller.Id), names.Unit(row, known?.UnitId ?? writer.Caller.UnitId));
        if (owner is null && row.Has("ownerEmployeeNumber") && row.Text("ownerEmployeeNumber") is null)
            row.Require("ownerEmployeeNumber");
        if (unit is null && row.Has("unitCode") && row.Text("unitCode") is null)
            row.Require("unitCode");
        if (row.Errors.Count > 0)
        {
            CheckGiven(row);
            return RowVerdict.Rejected;
        }
        known ??= ByContent(row, owner!.Value, unit!.Value, parent?.ObjectiveId);
        if (known is not null && _rows.TryGetValue(known.ObjectiveId, out var other))
            row.Fail(row.Has("code") ? "code" : KeyField, new($"Row {other} is the same record.", $"与第 {other} 行是同一记录。"));

        var measure = names.Measure(row, known?.MeasureId);
        var command = CommandOf(row, known, parent, measure, owner!.Value, unit!.Value);
        foreach (var error in (await validator.ValidateAsync(command, cancellationToken)).ToErrors())
            row.Fail(error);
        if (row.Errors.Count > 0)
            return RowVerdict.Rejected;
        var content = Normal(command.Content(), known);
        return known is null
            ? await DraftAsync(row, command, content, parent, measure!, cancellationToken)
            : await ChangeAsync(row, known, content, parent, measure!, cancellationToken);
    }

    private async Task<RowVerdict> DraftAsync(ImportRow row, DraftObjective.Command command, ObjectiveContent content, Objective? parent, Measure measure, CancellationToken cancellationToken)
    {
        var code = row.Text("code");
        if (code is not null)
            Check(row, [.. Codes.Validate(code).ToErrors().Select(e => e with { Field = "code" })]);
        if (!writer.MayWrite(command.Level, content.OwnerId, content.UnitId))
            row.Fail("unitCode", new("You may not draft objectives for this unit and owner.", "您无权为该单位和负责人制定目标。"));
        Check(row, DraftObjective.CheckParent(parent, cycle), ObjectiveReferences.Check(content, null, measure, hasElement: true, names.Active));
        if (row.Errors.Count > 0)
            return RowVerdict.Rejected;
        var objective = Objective.Draft(cycle, await NumberAsync(cancellationToken), content, command.Level, ObjectiveOrigin.Imported, parent, clock.GetUtcNow(), code: code);
        db.Objectives.Add(objective);
        names.Keep(row, measure, current: null);
        Settle(row, objective);
        return RowVerdict.Created;
    }

    private async Task<RowVerdict> ChangeAsync(ImportRow row, Objective known, ObjectiveContent content, Objective? parent, Measure measure, CancellationToken cancellationToken)
    {
        var before = ObjectiveContent.Of(known);
        var moves = parent?.ObjectiveId != known.ParentId && (row.Has("parentCode") || row.Has("parentRow")) && !IsShortened(row, known, parent);
        if (content == before && !moves)
        {
            Settle(row, known);
            return RowVerdict.Unchanged;
        }
        if (!writer.MayWrite(known.Level, known.OwnerId, known.UnitId))
            row.Fail(row.Has("code") ? "code" : KeyField, new("You may read this objective, but not change it.", "您可以查看该目标，但不能修改。"));
        Check(row, writer.CheckHandOver(known.Level, before, content), ObjectiveReferences.Check(content, before, measure, hasElement: true, names.Active));
        if (row.Errors.Count > 0)
            return RowVerdict.Rejected;
        if (moves)
            return await MoveAsync(row, known, content, parent, measure, cancellationToken);
        if (Check(row, known.Edit(content, cycle, measure, clock.GetUtcNow()).Errors))
            return RowVerdict.Rejected;
        names.Keep(row, measure, before.MeasureId);
        Settle(row, known);
        return RowVerdict.Updated;
    }

    /// <summary>Writes what the batch changed so far, then the move with all that it takes along; what is read ahead after that is read for few rows, since the next may move too.</summary>
    private async Task<RowVerdict> MoveAsync(ImportRow row, Objective known, ObjectiveContent content, Objective? parent, Measure measure, CancellationToken cancellationToken)
    {
        await WriteNowAsync(cancellationToken);
        (_loaded, _stride) = (_next, FewRows);
        var objective = await db.Objectives.SingleAsync(o => o.ObjectiveId == known.ObjectiveId, cancellationToken);
        var above = parent is null ? null : await db.Objectives.AsNoTracking().SingleAsync(o => o.ObjectiveId == parent.ObjectiveId, cancellationToken);
        if (Check(row, objective.CheckChangeable(cycle)))
            return RowVerdict.Rejected;
        if (content != ObjectiveContent.Of(objective) && Check(row, objective.Edit(content, cycle, measure, clock.GetUtcNow()).Errors))
            return RowVerdict.Rejected;
        var deepest = await db.Objectives.Within(cycle.Id, objective.Path).MaxAsync(o => o.Depth, cancellationToken);
        if (Check(row, objective.MoveUnder(above, await NumberAsync(cancellationToken), deepest, clock.GetUtcNow()).Errors))
        {
            Discard(objective);
            return RowVerdict.Later;
        }
        names.Keep(row, measure, known.MeasureId);
        await WriteNowAsync(cancellationToken);
        Settle(row, objective);
        return RowVerdict.Updated;
    }

    private DraftObjective.Command CommandOf(
        ImportRow row, Objective? known, Objective? parent, Measure? measure, Contracts.Organization.PersonId owner, Contracts.Organization.UnitId unit)
    {
        var level = LevelOf(row, known, owner, unit);
        var position = names.Position(row, known?.PositionId);
        var target = row.Has("target") ? row.Decimal("target") : known?.Target;
        if (target is null && measure?.Direction == MeasureDirection.Milestone && row.Text("target") is null)
            target = 100;
        if (target is null && row.Text("target") is null && (measure is not null || isTable))
            row.Require("target");
        return new(
            cycle.Id,
            level,
            row.Has("title") ? row.Text("title") ?? string.Empty : known?.Title ?? string.Empty,
            row.Has("description") ? row.Lines("description") : known?.Description,
            parent?.ObjectiveId,
            row.Has("contribution") ? row.Lines("contribution") : known?.Contribution,
            owner,
            unit,
            names.Region(row, known?.RegionId),
            names.Customer(row, known?.CustomerId),
            position,
            names.Responsibility(row, unit, position, known?.ResponsibilityId),
            names.StrategyElement(row, known?.StrategyElementId),
            measure?.Id ?? default,
            row.Has("baseline") ? row.Decimal("baseline") : known?.Baseline,
            target ?? 0,
            row.Has("lowerBound") ? row.Decimal("lowerBound") : known?.LowerBound,
            row.Has("rollUpWeight") ? row.Decimal("rollUpWeight") : known?.RollUpWeight,
            row.Has("important") ? row.YesNo("important") ?? false : known?.Important ?? false);
    }

    /// <summary>What else can be said of a row that belongs nowhere: what are no values, and what is not there.</summary>
    private void CheckGiven(ImportRow row)
    {
        row.Choice<ObjectiveLevel>("level");
        foreach (var figure in (ReadOnlySpan<string>)["baseline", "target", "lowerBound", "rollUpWeight"])
            row.Decimal(figure);
        row.YesNo("important");
        names.Position(row, null);
        names.Region(row, null);
        names.Customer(row, null);
        names.StrategyElement(row, null);
        if (row.Text("measureCode") is not null)
            names.Measure(row, null);
    }

    private ObjectiveLevel LevelOf(ImportRow row, Objective? known, Contracts.Organization.PersonId owner, Contracts.Organization.UnitId unit)
    {
        var given = row.Choice<ObjectiveLevel>("level");
        if (known is not null)
        {
            if (given is { } other && other != known.Level)
                row.Fail("level", new("The level of an objective stays.", "目标的层级不能更改。"));
            return known.Level;
        }
        if (given is null && isTable && row.Text("level") is null)
            row.Fail("level", Error.Required("level").Message);
        if (given is not null || isTable)
            return given ?? default;
        var ofUnit = names.Active.UnitParents.TryGetValue(unit, out var above) && above is null ? ObjectiveLevel.Company : ObjectiveLevel.Team;
        return writer.MayWrite(ofUnit, owner, unit) ? ofUnit : ObjectiveLevel.Personal;
    }

    private Objective? ByCode(ImportRow row)
    {
        if (row.Text("code") is not { } code)
            return null;
        if (_byCode.GetValueOrDefault(code) is not { } found)
        {
            if (GivenCode().IsMatch(code))
                row.Fail("code", new("There is no such objective. Codes of this form are given by the program: leave it empty for a new one.", "该目标不存在。此类编码由系统分配，新目标请留空。"));
            return null;
        }
        if (found.CycleId != cycle.Id)
            row.Fail("code", new("The objective belongs to another cycle.", "该目标属于另一个周期。"));
        else if (!writer.MayRead(found))
            row.Fail("code", Error.NotFound("code").Message);
        return found;
    }

    /// <summary>What an export called it, where that is one of this cycle's that the caller may read; in any other file it means nothing.</summary>
    private Objective? ById(ImportRow row)
        => row.Text("code") is null && IdOf(row) is { } id && _held.GetValueOrDefault(id) is { } found && found.CycleId == cycle.Id && writer.MayRead(found) ? found : null;

    /// <summary>An export has what its reader asked for and may read: there an objective stands under the nearest of those above it, or under none, and has not moved.</summary>
    private static bool IsShortened(ImportRow row, Objective known, Objective? parent)
        => IdOf(row) == known.ObjectiveId && (parent is null || TreePath.IsWithin(known.Path, parent.Path));

    private static ObjectiveId? IdOf(ImportRow row) => StratMlWriter.ReadId(row.Text("exportedId")) is { } id ? ObjectiveId.From(id) : null;

    /// <summary>Of several that are the same in all that a row without a code says, none can be meant.</summary>
    private Objective? ByContent(ImportRow row, Contracts.Organization.PersonId owner, Contracts.Organization.UnitId unit, ObjectiveId? parent)
    {
        if (row.Text("code") is not null)
            return null;
        var isOneOfMany = IdOf(row) is not null;
        var found = _byTitle[row.Text("title")!].Where(o => o.OwnerId == owner && o.UnitId == unit && o.ParentId == parent && !(isOneOfMany && _rows.ContainsKey(o.ObjectiveId))).Take(2).ToList();
        if (found.Count > 1)
            row.Fail(KeyField, new("Several objectives have this title, owner, unit and parent; name one by its code.", "有多个目标的名称、负责人、单位和上级相同，请用编码指明。"));
        return found.FirstOrDefault();
    }

    private Objective? ParentOf(ImportRow row, Objective? known)
    {
        var reference = ParentOf(row);
        if (reference is null)
            return row.Has("parentCode") || row.Has("parentRow") || known?.ParentId is not { } above ? null : _held.GetValueOrDefault(above);
        if (row.Text("parentCode") is not null && row.Text("parentRow") is not null)
            row.Fail("parentRow", new("Name the parent by its code or by its row, not by both.", "上级目标请只用编码或行号之一指明。"));
        var parent = reference.Value.Key is { } code
            ? _byCode.GetValueOrDefault(code)
            : _byReference.TryGetValue(reference.Value.Row!, out var id) ? _held.GetValueOrDefault(id) : null;
        if (parent is null || !writer.MayRead(parent))
        {
            row.Fail(reference.Value.Field, reference.Value.Key is { } name
                ? new($"There is no objective {name}.", $"目标“{name}”不存在。")
                : new("The row of the objective above it was not accepted, or is not in the file.", "其上级目标所在的行未被接受，或不在文件中。"));
        }
        return parent;
    }

    /// <summary>Reads what the next rows name, in a fixed number of statements.</summary>
    private async Task ReadAsync(int from, CancellationToken cancellationToken)
    {
        var rows = _batch.Skip(from).Take(_stride).ToList();
        (_loaded, _stride) = (from + rows.Count, _stride * 4);
        var codes = rows.SelectMany(r => new[] { r.Text("code"), r.Text("parentCode") }).OfType<string>().Distinct().ToList();
        var titles = rows.Where(r => r.Text("code") is null).Select(r => r.Text("title")).OfType<string>().Distinct().ToList();
        var parents = rows.Select(r => r.Text("parentRow")).OfType<string>().Distinct().Where(_byReference.ContainsKey).Select(r => _byReference[r]).ToList();
        var ids = rows.Where(r => r.Text("code") is null).Select(IdOf).OfType<ObjectiveId>().ToList();
        if (codes.Count > 0)
            await db.Objectives.Where(o => EF.Parameter(codes).Contains(o.Code)).LoadAsync(cancellationToken);
        if (ids.Count > 0)
            await db.Objectives.Where(o => EF.Parameter(ids).Contains(o.ObjectiveId)).LoadAsync(cancellationToken);
        if (titles.Count > 0)
            await db.Objectives.Where(o => o.CycleId == cycle.Id && o.Status != ObjectiveStatus.Withdrawn && EF.Parameter(titles).Contains(o.Title)).LoadAsync(cancellationToken);
        Hold();
        parents.AddRange(_held.Values.Where(o => o.ParentId is not null).Select(o => o.ParentId!.Value));
        parents.RemoveAll(_held.ContainsKey);
        if (parents.Count > 0)
            await db.Objectives.Where(o => parents.Contains(o.ObjectiveId)).LoadAsync(cancellationToken);
        Hold();
        _byCode = _held.Values.ToDictionary(o => o.Code);
        _byTitle = _held.Values.Where(o => o.CycleId == cycle.Id && o.Status != ObjectiveStatus.Withdrawn).ToLookup(o => o.Title);
        await names.LoadAsync(rows, writer.Caller.Id, writer.Caller.UnitId, [.. _held.Values], cancellationToken);
    }

    private void Hold() => _held = db.ChangeTracker.Entries<Objective>().Select(e => e.Entity).ToDictionary(o => o.ObjectiveId);

    private void Settle(ImportRow row, Objective objective)
    {
        _byReference[row.Reference] = objective.ObjectiveId;
        _rows[objective.ObjectiveId] = row.Number;
        _byCode[objective.Code] = objective;
        _held[objective.ObjectiveId] = objective;
    }

    private async Task<int> NumberAsync(CancellationToken cancellationToken)
    {
        if (_numbers.Count == 0)
        {
            var count = Math.Max(1, _batch.Count - _next + 1);
            var last = await db.TakeNumbersAsync(cycle.Id, count, cancellationToken);
            for (var number = last - count + 1; number <= last; number++)
                _numbers.Enqueue(number);
        }
        return _numbers.Dequeue();
    }

    /// <summary>Line ends differ between formats and mean nothing; what is empty is as it is kept.</summary>
    private static ObjectiveContent Normal(ObjectiveContent content, Objective? known) => content with
    {
        Title = content.Title.Trim(),
        Description = SameLines(content.Description ?? string.Empty, known?.Description),
        Contribution = string.IsNullOrEmpty(content.Contribution) && string.IsNullOrEmpty(known?.Contribution) ? known?.Contribution : SameLines(content.Contribution, known?.Contribution),
    };

    private static string? SameLines(string? text, string? current) => current is not null && current.ReplaceLineEndings("\n") == text ? current : text;

    private static void Check(ImportRow row, Error? first, IReadOnlyList<Error> more)
    {
        Check(row, first);
        Check(row, more);
    }

    private static bool Check(ImportRow row, Error? error) => Check(row, error is null ? [] : [error]);

    private static bool Check(ImportRow row, IReadOnlyList<Error> errors)
    {
        foreach (var error in errors)
            row.Fail(error.Field == "newParentId" ? error with { Field = "parentId" } : error);
        return errors.Count > 0;
    }

    private sealed class CodeValidator : AbstractValidator<string>
    {
        public CodeValidator() => RuleFor(code => code).PlainText(Objective.MaxCodeLength);
    }

    [GeneratedRegex(@"^\d{4}(-\d+)?-\d{5,}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex GivenCode();
}
