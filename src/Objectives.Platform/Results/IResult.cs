namespace Objectives.Platform.Results;

/// <summary>Lets the request pipeline make a failure of a result whose value type it does not know.</summary>
public interface IResult<out TSelf>
{
    static abstract TSelf Failed(IReadOnlyList<Error> errors);
}
