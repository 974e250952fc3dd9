using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Cycles;

/// <summary>Opens a cycle in preparation, with another's policy or the defaults. Its time zone is the company's, fixed from now on.</summary>
internal static class OpenCycle
{
    [AllowedTo(Role.Administrator, Role.Hr)]
    public sealed record Command(string Name, int Year, DateOnly Start, DateOnly End, CycleId? CopyPolicyFromId) : ICommand<CycleId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).RequiredText(Cycle.MaxNameLength);
            RuleFor(c => c.Start).Custom((start, context) =>
            {
                if (!Period.IsYear(start.Year))
                    context.Fail(ErrorCode.Invalid, new($"Its year is between {Period.MinYear} and {Period.MaxYear}.", $"年份应在 {Period.MinYear} 与 {Period.MaxYear} 之间。"));
            });
            RuleFor(c => c.End).Custom((end, context) =>
            {
                var (start, year) = (context.InstanceToValidate.Start, context.InstanceToValidate.Year);
                if (!Period.IsYear(start.Year))
                    return;
                if (end < start)
                    context.Fail(ErrorCode.Invalid, new("The last day is before the first.", "结束日期早于开始日期。"));
                else if (end >= start.AddMonths(Cycle.MaxMonths))
                    context.Fail(ErrorCode.Invalid, new($"A cycle lasts at most {Cycle.MaxMonths} months.", $"周期最长 {Cycle.MaxMonths} 个月。"));
                else if (year < start.Year || year > end.Year)
                    context.AddFailure(new FluentValidation.Results.ValidationFailure("Year", "year") { CustomState = new Text("The cycle does not touch this year.", "周期日期与年度不符。") });
            });
        }
    }

    public sealed class Handler(PlanningDb db, IMediator mediator) : ICommandHandler<Command, CycleId>
    {
        public async Task<Result<CycleId>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Cycles.AnyAsync(c => c.Name == request.Name.Trim(), cancellationToken))
                return new Error(ErrorCode.Duplicate, new("There is a cycle of this name.", "已存在同名周期。"), "name");
            var policy = CyclePolicy.Default;
            if (request.CopyPolicyFromId is { } source)
            {
                var copied = await db.Cycles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == source, cancellationToken);
                if (copied is null)
                    return Error.NotFound("copyPolicyFromId");
                policy = copied.Policy;
            }
            var ofYear = await db.Cycles.CountAsync(c => c.Year == request.Year, cancellationToken);
            var prefix = ofYear == 0 ? $"{request.Year}" : $"{request.Year}-{ofYear + 1}";
            var zone = await mediator.Send(new CompanyTimeZone(), cancellationToken);
            var cycle = Cycle.Open(request.Name, request.Year, request.Start, request.End, prefix, zone, policy);
            db.Cycles.Add(cycle);
            db.CycleTrees.Add(new() { CycleId = cycle.Id });
            return cycle.Id;
        }
    }
}
