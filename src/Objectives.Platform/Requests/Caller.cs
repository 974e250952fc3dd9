using System.Security.Claims;
using Objectives.Contracts.Organization;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Platform.Requests;

/// <summary>Who is asking.</summary>
/// <param name="ReadOnly">A token that may only read, or an auditor.</param>
/// <param name="IsTool">By an access token: a tool that stands in for the person.</param>
public sealed record Caller(PersonId Id, UnitId UnitId, Locale Locale, IReadOnlySet<Role> Roles, bool ReadOnly = false, bool IsTool = false)
{
    /// <summary>The program itself, in jobs: it may do everything and stands in the history as nobody.</summary>
    public static readonly Caller System = new(default, default, Locale.En, new HashSet<Role> { Role.Administrator, Role.Hr });

    /// <summary>An auditor changes nothing, whatever else he is.</summary>
    public static Caller Of(SignedInPerson person)
        => new(person.PersonId, person.UnitId, person.Locale, person.Roles, person.TokenReadOnly || person.Roles.Contains(Role.Auditor), person.Token is not null);

    public bool IsSystem => Id == default;

    public bool Is(params ReadOnlySpan<Role> anyOf)
    {
        foreach (var role in anyOf)
        {
            if (Roles.Contains(role))
                return true;
        }
        return false;
    }
}

/// <summary>What is known of the request that is being answered; one for each scope.</summary>
public sealed class CallContext
{
    public Caller? SignedIn { get; set; }

    /// <summary>By which he is signed in, so that what lasts longer than a request can ask whether he still is.</summary>
    public SessionId? SessionId { get; set; }

    /// <summary>By which the scopes of one subscription, or of one connection, know their caller.</summary>
    public CallerIdentity? Identity { get; private set; }

    /// <summary>Which picture of the reporting lines is newest, as read when the caller was; null when the request has not asked, or has itself changed them since.</summary>
    public long? StructureStamp { get; set; }

    public const string IdempotencyHeader = "Idempotency-Key";
    public const int MaxIdempotencyKeyLength = 200;

    /// <summary>From the header Idempotency-Key: the same key by the same person gets the first answer again.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>The caller. Throws UNAUTHENTICATED when nobody is signed in.</summary>
    public Caller Caller => SignedIn ?? throw SignedOut();

    /// <summary>What this request's command has written, as the API gives it: the answer takes it from here instead of reading it back.</summary>
    public Dictionary<Guid, IEntityModel> Written { get; } = [];

    public static ApiException SignedOut() => new(ApiErrorCode.Unauthenticated, new Text("Sign in first.", "请先登录。"));

    /// <summary>A scope's context; an event of a subscription, and an operation over a WebSocket, run in scopes of their own, which learn here whose they are.</summary>
    public static CallContext Of(IServiceProvider services, ClaimsPrincipal? user)
    {
        var call = (CallContext)services.GetService(typeof(CallContext))!;
        call.Identity ??= user?.Identity as CallerIdentity;
        if (call.SignedIn is null && call.Identity is { } known)
            (call.SignedIn, call.SessionId) = (known.Caller, known.SessionId);
        return call;
    }

    public void SignIn(SignedInPerson person)
    {
        SignedIn = Caller.Of(person);
        SessionId = person.SessionId;
        StructureStamp = person.StructureStamp;
    }
}
