using Objectives.Contracts.Organization;
using Objectives.Organization.Features.SignIn;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Organization.Api;

internal static class AccessTokenApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<AccessTokenModel>("AccessToken", ids => new AccessTokensById.Query(ids));
        api.Fields[("Viewer", "accessTokens")] = new Resolver(async (_, call) => await call.SendAsync(new MyAccessTokens.Query()));
        api.Type<CreatedPayload>("CreateAccessTokenPayload").Reference("accessToken", "AccessToken", p => p.Id);
        api.Mutation<CreateAccessToken.Command, CreateAccessToken.Created>(
            "createAccessToken", (created, _) => Task.FromResult<object?>(new CreatedPayload(created.Id.Value, created.Secret, [])), errors => new CreatedPayload(null, null, errors));
        api.Mutation<RevokeAccessToken.Command, AccessTokenId>("revokeAccessToken", "accessToken");
    }

    private sealed record CreatedPayload(Guid? Id, string? Token, IReadOnlyList<Error> UserErrors);
}
