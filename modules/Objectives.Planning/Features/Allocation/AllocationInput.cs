using FluentValidation;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Allocation;

internal sealed record FactorWeight(AllocationFactor Factor, decimal Weight);

internal sealed record AllocationLock(string RecipientId, decimal Value);

internal sealed record RecipientOwner(string RecipientId, PersonId OwnerId);

/// <summary>What the preview and the allocation itself are asked alike.</summary>
internal interface IAllocation
{
    public const int MaxRecipients = 10_000;
    public const decimal MaxWeight = 1000;
    public const decimal MaxStretch = 1000;

    ObjectiveId ParentId { get; }

    AllocationDimension Dimension { get; }

    IReadOnlyList<FactorWeight> Factors { get; }

    IReadOnlyList<string>? RecipientIds { get; }

    IReadOnlyList<AllocationLock>? Locks { get; }

    decimal? StretchPercent { get; }

    IReadOnlyList<RecipientOwner>? Owners { get; }

    long? ExpectedVersion { get; }
}

internal class AllocationValidator<T> : AbstractValidator<T>
    where T : IAllocation
{
    private static readonly IReadOnlyDictionary<AllocationDimension, string> TypeNames = new Dictionary<AllocationDimension, string>
    {
        [AllocationDimension.Unit] = "Unit",
        [AllocationDimension.Region] = "Region",
        [AllocationDimension.Customer] = "Customer",
        [AllocationDimension.Position] = "Position",
        [AllocationDimension.Person] = "Person",
    };

    public AllocationValidator()
    {
        RuleFor(c => c.StretchPercent).Quantity(min: 0, max: IAllocation.MaxStretch);
        RuleForEach(c => c.Factors).ChildRules(factor => factor.RuleFor(f => (decimal?)f.Weight).Quantity(min: 0, max: IAllocation.MaxWeight));
        RuleFor(c => c).Custom((input, context) =>
        {
            foreach (var error in Check(input))
                context.AddFailure(new FluentValidation.Results.ValidationFailure(error.Field, error.Message.English) { ErrorCode = error.Code.ToString(), CustomState = error.Message });
        });
    }

    public static string TypeNameOf(AllocationDimension dimension) => TypeNames[dimension];

    private static IEnumerable<Error> Check(T input)
    {
        foreach (var (i, factor) in input.Factors.Index())
        {
            if (input.Factors.Take(i).Any(f => f.Factor == factor.Factor))
                yield return Twice($"factors.{i}.factor");
        }
        foreach (var error in CheckIds("recipientIds.{0}", input.RecipientIds, input.Dimension).Concat(CheckIds("locks.{0}.recipientId", [.. (input.Locks ?? []).Select(l => l.RecipientId)], input.Dimension))
            .Concat(CheckIds("owners.{0}.recipientId", [.. (input.Owners ?? []).Select(o => o.RecipientId)], input.Dimension)))
        {
            yield return error;
        }
    }

    private static IEnumerable<Error> CheckIds(string field, IReadOnlyList<string>? ids, AllocationDimension dimension)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, id) in (ids ?? []).Index())
        {
            var at = field.Replace("{0}", $"{i}", StringComparison.Ordinal);
            if (!GlobalId.TryDecode(id, out var type, out _) || type != TypeNames[dimension])
                yield return Error.NotFound(at);
            else if (!seen.Add(id))
                yield return Twice(at);
        }
    }

    private static Error Twice(string field) => new(ErrorCode.Duplicate, new("This is given twice.", "重复填写。"), field);
}
