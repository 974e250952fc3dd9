using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Objectives.Platform.Results;

namespace Objectives.Platform.Requests;

/// <summary>Second: the shape of the input. Each failure names its field.</summary>
public sealed class Validation<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : Result, IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        List<Error> errors = [];
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            errors.AddRange(outcome.ToErrors());
        }
        return errors.Count > 0 ? TResponse.Failed(errors) : await next();
    }
}

public static class ValidationErrors
{
    public static IEnumerable<Error> ToErrors(this ValidationResult outcome) => outcome.Errors.Select(ToError);

    private static Error ToError(ValidationFailure failure)
    {
        var code = failure.ErrorCode switch
        {
            "NotEmptyValidator" or "NotNullValidator" => ErrorCode.Required,
            var named when Enum.TryParse<ErrorCode>(named, out var known) => known,
            _ => ErrorCode.Invalid,
        };
        return new(code, failure.CustomState as Text ?? new(failure.ErrorMessage, failure.ErrorMessage), FieldOf(failure.PropertyName));
    }

    /// <summary>"Input.Locks[2].Value" becomes "input.locks.2.value".</summary>
    private static string FieldOf(string property) => string.Join('.', property.Replace("[", ".", StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal)
        .Replace(".Value", string.Empty, StringComparison.Ordinal)
        .Split('.').Select(part => part.Length == 0 ? part : char.ToLower(part[0], CultureInfo.InvariantCulture) + part[1..]));
}
