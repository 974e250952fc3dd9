using System.Text.Json;
using FluentValidation.Results;
using Objectives.Contracts.Organization;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.SignIn;

/// <summary>What is wrong with the input of a request that comes by no mutation.</summary>
internal static class InputErrors
{
    public static InputError Of(Error error) => new(error.Code.ToString(), error.Field, error.Message.English, error.Message.Chinese);

    public static InputError Of(ValidationFailure failure)
    {
        var text = (Text)failure.CustomState;
        return new(failure.ErrorCode, JsonNamingPolicy.CamelCase.ConvertName(failure.PropertyName), text.English, text.Chinese);
    }
}
