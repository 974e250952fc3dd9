using System.Security.Claims;
using Objectives.Contracts.Organization;

namespace Objectives.Platform.Requests;

/// <summary>The caller as the web server's user, so that whatever runs for a request in a scope of its own knows him.</summary>
public sealed class CallerIdentity(Caller caller, SessionId sessionId, string scheme) : ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, caller.Id.Value.ToString())], scheme)
{
    private volatile Caller _caller = caller;

    public Caller Caller => _caller;

    public SessionId SessionId => sessionId;

    /// <summary>What lasts longer than a request goes on with the rights that its caller has now.</summary>
    public void Renew(Caller now) => _caller = now;
}
