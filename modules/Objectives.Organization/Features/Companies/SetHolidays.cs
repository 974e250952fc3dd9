using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Companies;

internal sealed record HolidayInput(DateOnly Date, bool Working, string Name);

/// <summary>Replaces a year's days off and worked weekend days; the statutory ones no longer hold for it.</summary>
/// <remarks>Fails with INVALID (a day of another year), DUPLICATE (a day twice), FORBIDDEN_BY_STATE (no company yet).</remarks>
internal static class SetHolidays
{
    [AllowedTo(Role.Administrator)]
    public sealed record Command(int Year, IReadOnlyList<HolidayInput> Holidays) : ICommand<Guid>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Year).Between(Holiday.FirstYear, Holiday.LastYear);
            RuleFor(c => c.Holidays).AtMost(Holiday.MaxCount);
            RuleForEach(c => c.Holidays).ChildRules(day => day.RuleFor(d => d.Name).RequiredText(Holiday.MaxNameLength));
        }
    }

    public sealed class Handler(OrganizationDb db) : ICommandHandler<Command, Guid>
    {
        public async Task<Result<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (CheckDates(request) is { Count: > 0 } wrong)
                return Result<Guid>.Failure(wrong);
            var company = await db.Companies.SingleOrDefaultAsync(cancellationToken);
            if (company is null)
                return new Error(ErrorCode.ForbiddenByState, new("Name the company first.", "请先设置公司名称。"));
            var (from, until) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
            var existing = await db.Holidays.Where(h => h.Date >= from && h.Date <= until).ToDictionaryAsync(h => h.Date, cancellationToken);
            foreach (var day in request.Holidays)
            {
                if (existing.Remove(day.Date, out var kept))
                    kept.Change(day.Working, day.Name);
                else
                    db.Holidays.Add(Holiday.Create(day.Date, day.Working, day.Name));
            }
            db.Holidays.RemoveRange(existing.Values);
            if (!await db.HolidayYears.AnyAsync(y => y.Year == request.Year, cancellationToken))
                db.HolidayYears.Add(HolidayYear.Of(request.Year));
            return company.Id;
        }

        private static List<Error> CheckDates(Command request)
        {
            var errors = new List<Error>();
            var seen = new HashSet<DateOnly>();
            foreach (var (i, day) in request.Holidays.Index())
            {
                if (day.Date.Year != request.Year)
                    errors.Add(Error.Invalid($"holidays.{i}.date", new($"It is no day of {request.Year}.", $"该日期不在 {request.Year} 年内。")));
                else if (!seen.Add(day.Date))
                    errors.Add(new(ErrorCode.Duplicate, new("This day is given twice.", "该日期重复。"), $"holidays.{i}.date"));
            }
            return errors;
        }
    }
}
