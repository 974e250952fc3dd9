using System.Security.Claims;
using Objectives.Contracts.Organization;

namespace Objectives.Platform.Requests;

/// <summary>The caller as the web server's user, so that whatever runs for a request in a scope of its own knows him.</summary>
public sealed class CallerIdentity(Caller caller, SessionId sessionId, string scheme) : ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, caller.Id.Value.ToString())], scheme)
{
    public Caller Caller => caller;

    public SessionId SessionId => sessionId;
}
