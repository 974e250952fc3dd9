using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Actuals;

/// <summary>Records what was reached of objectives in periods, all or none (S7.3).</summary>
/// <remarks>
/// Of a period there is one entry: whoever would change it corrects it. Of periods that overlap, a quarter's tells of those of its months that have none of their own. Fails with REQUIRED, INVALID (period, figure),
/// NOT_FOUND, FORBIDDEN_BY_STATE (objective or cycle takes none), PERIOD_CLOSED, DUPLICATE, LIMIT_EXCEEDED.
/// </remarks>
internal static class RecordActuals
{
    public const int MaxEntries = 1000;

    private const int OneBatch = 40;

    public sealed record Command(IReadOnlyList<Entry> Actuals, ActualSource Source) : ICommand<IReadOnlyList<ActualId>>, IAddsOnly
    {
        bool IAddsOnly.IsOneBatch => Actuals.Count <= OneBatch;
    }

    public sealed record Entry(ObjectiveId ObjectiveId, Period Period, decimal? Value, decimal? Numerator, decimal? Denominator, string? Note, string? EvidenceUrl);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Actuals).Custom((entries, context) =>
            {
                if (entries.Count == 0)
                    context.Fail(ErrorCode.Required, new("Give at least one entry.", "请至少填写一项。"));
                else if (entries.Count > MaxEntries)
                    context.Fail(ErrorCode.LimitExceeded, new($"At most {MaxEntries} entries at once; there are {entries.Count}.", $"每次最多 {MaxEntries} 项，当前为 {entries.Count} 项。"));
            });
            RuleForEach(c => c.Actuals).SetValidator(new EntryValidator()).When(c => c.Actuals.Count <= MaxEntries);
        }
    }

    public sealed class EntryValidator : AbstractValidator<Entry>
    {
        public EntryValidator()
        {
            RuleFor(e => e.Value).Quantity();
            RuleFor(e => e.Numerator).Quantity();
            RuleFor(e => e.Denominator).Quantity();
            RuleFor(e => e.Note).PlainText(Actual.MaxTextLength, multiline: true);
            RuleFor(e => e.EvidenceUrl).WebAddress(Actual.MaxUrlLength);
        }
    }

    public sealed class Rule(ReportingRule rule) : IAccessRule<Command>
    {
        public string Field => "actuals";

        /// <summary>Those that he may not read are told one by one, as records that do not exist.</summary>
        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
            => rule.CheckAsync([.. request.Actuals.Take(MaxEntries).Select(a => a.ObjectiveId).Distinct()], cancellationToken);
    }

    public sealed class Handler(ExecutionMonitoringDb db, ReportingRule rule, CallContext call, BusinessClock clock) : ICommandHandler<Command, IReadOnlyList<ActualId>>
    {
        public async Task<Result<IReadOnlyList<ActualId>>> Handle(Command request, CancellationToken cancellationToken)
        {
            var objectives = request.Actuals.Select(a => a.ObjectiveId).Distinct().ToList();
            var known = await db.Actuals.Where(a => EF.Parameter(objectives).Contains(a.ObjectiveId) && a.CorrectsId == null).Select(a => new { a.ObjectiveId, a.Period }).ToListAsync(cancellationToken);
            var taken = known.Select(a => (a.ObjectiveId, a.Period)).ToHashSet();
            var (errors, recorded, now) = (new List<Error>(), new List<Actual>(request.Actuals.Count), clock.GetUtcNow());
            foreach (var (i, entry) in request.Actuals.Index())
            {
                if (!rule.Terms.TryGetValue(entry.ObjectiveId, out var of))
                {
                    errors.Add(Error.NotFound($"actuals.{i}.objectiveId"));
                    continue;
                }
                var figure = ActualRule.Read(entry.Value, entry.Numerator, entry.Denominator, of);
                var wrong = ActualRule.CheckOpen(of, "objectiveId") ?? ActualRule.Check(entry.Period, of) ?? Actual.CheckOpen(entry.Period, of.ClosedMonths, correction: null) ?? CheckFree(entry, taken) ?? (figure.IsSuccess ? null : figure.Errors[0]);
                if (wrong is not null)
                    errors.Add(wrong with { Field = $"actuals.{i}.{wrong.Field}" });
                else
                    recorded.Add(Actual.Record(entry.ObjectiveId, entry.Period, figure.Value, request.Source, call.Caller.Id, now, entry.Note, entry.EvidenceUrl, correction: null));
            }
            if (errors.Count > 0)
                return Result<IReadOnlyList<ActualId>>.Failure(errors);
            db.Actuals.AddRange(recorded);
            foreach (var actual in recorded)
                call.Written[actual.Id.Value] = ActualProjection.ToModel(actual);
            return recorded.ConvertAll(a => a.Id);
        }

        private static Error? CheckFree(Entry entry, HashSet<(ObjectiveId, Period)> taken) => taken.Add((entry.ObjectiveId, entry.Period))
            ? null
            : new(
                ErrorCode.Duplicate, new($"There is an entry for {entry.Period} already; correct that one.", $"{entry.Period} 已有填报，请更正原有记录。"), "period",
                new Dictionary<string, object?> { ["period"] = entry.Period.ToString() });
    }
}
