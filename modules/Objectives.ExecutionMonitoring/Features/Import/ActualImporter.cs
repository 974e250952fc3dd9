using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.ExecutionMonitoring.Features.Actuals;
using Objectives.Platform.Import;
using Objectives.Platform.Import.StratMl;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Import;

/// <summary>Rows as actuals of a cycle's objectives, which are named by code, by what an export in StratML called them, or by titles from the top down, one a line.</summary>
internal sealed class ActualImporter(ExecutionMonitoringDb db, CycleId cycle, IMediator mediator, PersonId by, DateTimeOffset now) : RecordImporter(db)
{
    private static readonly RecordActuals.EntryValidator Entries = new();

    private IReadOnlyDictionary<string, ObjectiveId> _byCode = new Dictionary<string, ObjectiveId>();
    private Dictionary<string, IReadOnlyList<ObjectiveId>> _byPath = [];
    private IReadOnlyDictionary<ObjectiveId, ReportingTerms> _terms = new Dictionary<ObjectiveId, ReportingTerms>();
    private Dictionary<(ObjectiveId, Period), ActualFigure> _known = [];

    public override string KeyField => "objectiveCode";

    public override string? KeyOf(ImportRow row)
    {
        var objective = row.Text("objectiveCode") ?? row.Text("exportedId") ?? row.Lines("objectivePath");
        return objective is null ? null : $"{objective}\u001F{(row.Text("period") is { } text && PeriodText.TryParse(text, out var period) ? period.ToString() : row.Text("period"))}";
    }

    public override string NameOf(ImportRow row) => $"{row.Text("objectiveCode") ?? (row.Entries("objectivePath") is [.., var last] ? last : row.Reference)} {row.Text("period")}".TrimEnd();

    public override async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var codes = rows.Select(r => r.Text("objectiveCode")).OfType<string>().Distinct().ToList();
        var paths = rows.Where(r => r.Text("objectiveCode") is null).Select(r => r.Lines("objectivePath")).OfType<string>().Distinct().ToList();
        var named = await mediator.Send(new ObjectivesNamed(cycle, codes, paths.ConvertAll(p => (IReadOnlyList<string>)p.Split('\n'))), cancellationToken);
        _byCode = named.ByCode;
        _byPath = paths.Zip(named.ByPath).ToDictionary(p => p.First, p => p.Second);
        var objectives = _byCode.Values.Concat(_byPath.Values.SelectMany(o => o)).Concat(rows.Select(IdOf).OfType<ObjectiveId>()).Distinct().ToList();
        _terms = await mediator.Send(new ReportingTermsOf(objectives), cancellationToken);
        var standing = await db.Actuals.AsNoTracking().Where(a => EF.Parameter(objectives).Contains(a.ObjectiveId) && !db.Actuals.Any(c => c.CorrectsId == a.Id))
            .Select(a => new { a.ObjectiveId, a.Period, a.Value, a.Numerator, a.Denominator }).ToListAsync(cancellationToken);
        _known = standing.ToDictionary(a => (a.ObjectiveId, a.Period), a => new ActualFigure(a.Value, a.Numerator, a.Denominator));
    }

    public override async ValueTask<RowVerdict> ApplyAsync(ImportRow row, CancellationToken cancellationToken)
    {
        var terms = TermsOf(row);
        var period = PeriodOf(row);
        var entry = new RecordActuals.Entry(
            terms?.Id ?? default, period ?? default, row.Decimal("value"), row.Decimal("numerator"), row.Decimal("denominator"), row.Lines("note"), row.Text("evidenceUrl"));
        foreach (var error in (await Entries.ValidateAsync(entry, cancellationToken)).ToErrors())
            row.Fail(error);
        if (terms is null || period is null || row.Errors.Count > 0)
            return RowVerdict.Rejected;
        var known = _known.GetValueOrDefault((terms.Id, entry.Period));
        CheckUnit(row, terms);
        if (row.Errors.Count == 0 && known is not null && Stands(entry, known))
            return RowVerdict.Unchanged;
        if (!terms.MayReport)
            row.Fail(row.Text("objectiveCode") is null ? "objectivePath" : "objectiveCode", new("You may read this objective, but not record what was reached of it.", "您可以查看该目标，但不能填报其实际值。"));
        var figure = ActualRule.Read(entry.Value, entry.Numerator, entry.Denominator, terms);
        if (!figure.IsSuccess)
            row.Fail(figure.Errors[0]);
        if (row.Errors.Count > 0)
            return RowVerdict.Rejected;
        if (known is not null)
            return Differs(row, entry.Period, known);
        if ((ActualRule.CheckOpen(terms, "objectiveId") ?? ActualRule.Check(entry.Period, terms) ?? Actual.CheckOpen(entry.Period, terms.ClosedMonths, correction: null)) is { } wrong)
        {
            row.Fail(wrong);
            return RowVerdict.Rejected;
        }
        db.Actuals.Add(Actual.Record(terms.Id, entry.Period, figure.Value, ActualSource.Import, by, now, entry.Note, entry.EvidenceUrl, correction: null));
        _known[(terms.Id, entry.Period)] = figure.Value;
        return RowVerdict.Created;
    }

    /// <summary>Whether a row says what is recorded already. StratML has no place for what a ratio was counted from: there its value says it.</summary>
    private static bool Stands(RecordActuals.Entry entry, ActualFigure known) => entry is { Numerator: null, Denominator: null }
        ? entry.Value == known.Value
        : entry.Value is null && (entry.Numerator, entry.Denominator) == (known.Numerator, known.Denominator);

    private static RowVerdict Differs(ImportRow row, Period period, ActualFigure known)
    {
        var stands = known is { Numerator: { } above, Denominator: { } below } ? $"{Quantity.Format(above)}/{Quantity.Format(below)}" : Quantity.Format(known.Value);
        row.Fail(known.Numerator is null ? "value" : "numerator", new($"For {period} there is {stands} already; correct that one, with a reason.", $"{period} 已填报 {stands}，请更正原有记录并说明原因。"));
        return RowVerdict.Rejected;
    }

    private ReportingTerms? TermsOf(ImportRow row)
    {
        if (row.Text("objectiveCode") is null && IdOf(row) is { } id && _terms.TryGetValue(id, out var exported) && exported.CycleId == cycle)
            return exported;
        var (code, path) = (row.Text("objectiveCode"), row.Lines("objectivePath"));
        var fit = code is not null ? (_byCode.TryGetValue(code, out var found) ? [found] : []) : _byPath.GetValueOrDefault(path!, []);
        var field = code is not null ? "objectiveCode" : "objectivePath";
        if (fit.Count != 1 || !_terms.TryGetValue(fit[0], out var terms))
        {
            var name = code ?? path!.Replace("\n", " / ", StringComparison.Ordinal);
            row.Fail(field, fit.Count > 1
                ? new($"Several objectives are called {name}; name one by its code.", $"有多个目标名为“{name}”，请用编码指明。")
                : new($"There is no objective {name}.", $"目标“{name}”不存在。"));
            return null;
        }
        if (terms.CycleId != cycle)
            row.Fail(field, new("The objective belongs to another cycle.", "该目标属于另一个周期。"));
        return terms;
    }

    private static ObjectiveId? IdOf(ImportRow row) => StratMlWriter.ReadId(row.Text("exportedId")) is { } id ? ObjectiveId.From(id) : null;

    private static Period? PeriodOf(ImportRow row)
    {
        if (row.Text("period") is not { } text)
        {
            row.Require("period");
            return null;
        }
        if (PeriodText.TryParse(text, out var period))
            return period;
        var shown = text.Length > 60 ? text[..60] + "…" : text;
        row.Fail("period", new($"'{shown}' is no period such as 2026-03, 2026-Q1 or 2026.", $"“{shown}”不是有效期间，请填写如 2026-03、2026-Q1 或 2026。"));
        return null;
    }

    /// <summary>A figure in another unit than the measure's would be another figure.</summary>
    private static void CheckUnit(ImportRow row, ReportingTerms terms)
    {
        if (row.Text("unitOfMeasure") is { } unit && !MeasureUnits.AreSame(unit, terms.UnitOfMeasure))
            row.Fail("unitOfMeasure", new($"The objective is measured in {terms.UnitOfMeasure}, not in {unit}.", $"该目标的计量单位为“{terms.UnitOfMeasure}”，而不是“{unit}”。"));
    }
}
