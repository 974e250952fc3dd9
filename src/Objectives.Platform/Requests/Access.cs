using Objectives.Contracts.Organization;

namespace Objectives.Platform.Requests;

/// <summary>Who may send a request, where roles alone decide. A request without this and without an <see cref="IAccessRule{TRequest}"/> is refused.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedToAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}

/// <summary>Everyone signed in may send it; a query filters what it shows, a command touches only what is the caller's own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedToEveryoneAttribute : Attribute
{
    /// <summary>Also to auditors, who otherwise change nothing; not by a token that may only read.</summary>
    public bool EvenReadOnly { get; init; }
}

public enum Access
{
    Granted,

    /// <summary>The caller may not see the record, so for him there is none.</summary>
    NotFound,

    /// <summary>He may see but not change it.</summary>
    Forbidden,
}

/// <summary>Who may send a request, where the record decides. Asked before anything is validated or changed.</summary>
public interface IAccessRule<in TRequest>
{
    /// <summary>The input field that names the record, for NOT_FOUND.</summary>
    string Field { get; }

    Task<Access> CheckAsync(TRequest request, Caller caller, CancellationToken cancellationToken);
}
