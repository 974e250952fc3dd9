using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Objectives.Platform.Results;

/// <summary>What a caller can mend by changing his input; the contract's UserErrorCode.</summary>
public enum ErrorCode
{
    Required,
    Invalid,
    NotFound,
    Conflict,
    ForbiddenByState,
    BlockedByFinding,
    LimitExceeded,
    Duplicate,
    CycleInTree,
    WeightsNot100,
    NotEnoughAlternatives,
    SamePersonMayNotDecide,
    ReadinessTooLow,
    BriefingMissing,
    SignatureMissing,
    UnitMismatch,
    PeriodClosed,
    NegativeIncentive,
}

/// <summary>A rule that was not kept: which one, in words, and the input field at fault.</summary>
/// <param name="Field">The input field in camel case, dotted for nested ones ("profile.resources", "locks.3.value"); null for the whole input.</param>
/// <param name="Detail">What the rule saw, for programs.</param>
public sealed record Error(ErrorCode Code, Text Message, string? Field = null, IReadOnlyDictionary<string, object?>? Detail = null)
{
    public static Error Required(string field) => new(ErrorCode.Required, new("This is required.", "此项必填。"), field);

    public static Error Invalid(string field, Text message) => new(ErrorCode.Invalid, message, field);

    /// <summary>Also for what the caller may not read: to him it does not exist.</summary>
    public static Error NotFound(string field) => new(ErrorCode.NotFound, new("There is no such record, or you may not see it.", "该记录不存在，或您无权查看。"), field);

    public string? DetailAsJson() => Detail is null ? null : JsonSerializer.Serialize(Detail);
}

/// <summary>The outcome of a use case: done, or the rules that were not kept. Exceptions are for bugs.</summary>
public class Result
{
    public static readonly Result Success = new([]);

    protected Result(IReadOnlyList<Error> errors) => Errors = errors;

    public IReadOnlyList<Error> Errors { get; }

    public bool IsSuccess => Errors.Count == 0;

    /// <summary>The value, for those who do not know its type; null when there is none.</summary>
    public virtual object? Outcome => null;

    public static Result Failure(params IReadOnlyList<Error> errors) => new(errors);

    public static Result<T> Ok<T>(T value) => value;

    public static implicit operator Result(Error error) => new([error]);
}

/// <inheritdoc cref="Result"/>
public sealed class Result<T> : Result, IResult<Result<T>>
{
    private readonly T? _value;

    private Result(T value) : base([]) => _value = value;

    private Result(IReadOnlyList<Error> errors) : base(errors)
    {
    }

    [SuppressMessage("Design", "CA1065", Justification = "Reading the value of a failure is a bug.")]
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException("A failure has no value.");

    public override object? Outcome => _value;

    public Result<TOther> Map<TOther>(Func<T, TOther> select) => IsSuccess ? select(Value) : Result<TOther>.Failure(Errors);

    public static Result<T> Failed(IReadOnlyList<Error> errors) => new(errors);

    public static new Result<T> Failure(params IReadOnlyList<Error> errors) => new(errors);

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Error error) => new([error]);
}
