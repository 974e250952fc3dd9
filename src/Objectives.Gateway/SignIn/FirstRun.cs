using System.Net;
using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.Extensions.Options;
using Objectives.Contracts.Organization;
using Objectives.Gateway.Hosting;
using Objectives.Platform.Results;

namespace Objectives.Gateway.SignIn;

/// <summary>
/// An empty installation belongs to whoever holds the token in a file that only its owner can read. It can be claimed once, from this machine
/// unless the settings say otherwise; until then nothing else is answered.
/// </summary>
internal sealed class FirstRun(IServiceScopeFactory scopes, IOptions<ProgramSettings> settings)
{
    private byte[]? _token;

    public bool IsOpen => _token is not null;

    private string TokenFile => Path.GetFullPath(Path.Combine(settings.Value.Data, "setup-token"));

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.Value.Data);
        File.Delete(TokenFile);
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new InstallationIsEmpty(), cancellationToken))
            return;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new StreamWriter(TokenFile, Encoding.ASCII, options))
            await file.WriteAsync(token);
        _token = Encoding.ASCII.GetBytes(token);
        Console.WriteLine($"This installation is empty. Open the page and set it up with the token in {TokenFile}");
    }

    /// <summary>Null when the caller may claim the installation.</summary>
    public Error? Admit(HttpContext http, string? token)
    {
        if (_token is not { } wanted)
            return new(ErrorCode.ForbiddenByState, new("The installation has been set up.", "系统已完成初始化。"));
        if (!settings.Value.RemoteSetup && !IsLocal(http.Connection))
            return new(ErrorCode.ForbiddenByState, new("Set it up from the machine that it runs on, or start it with --remote-setup.", "请在服务器本机完成初始化，或以 --remote-setup 启动。"));
        return token is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token.Trim())), SHA256.HashData(wanted))
            ? null
            : Error.Invalid("token", new("This is not the token in the file.", "令牌与文件内容不符。"));
    }

    public void Close()
    {
        _token = null;
        File.Delete(TokenFile);
    }

    internal static bool IsLocal(ConnectionInfo connection) => connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
}

/// <summary>Until the installation is claimed: 503 for all but the page, health and the set-up itself.</summary>
internal sealed class FirstRunGate(RequestDelegate next, FirstRun firstRun)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!firstRun.IsOpen || IsAnswered(http))
            return next(http);
        http.Response.Headers.RetryAfter = "60";
        return SignInEndpoints.Refused(
            StatusCodes.Status503ServiceUnavailable,
            [new Error(ErrorCode.ForbiddenByState, new("The installation is not set up yet.", "系统尚未初始化。"))]).ExecuteAsync(http);
    }

    private static bool IsAnswered(HttpContext http)
    {
        var path = http.Request.Path;
        return path.StartsWithSegments("/health", StringComparison.Ordinal) || path == "/auth/me" || path == "/auth/setup"
            || ((HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && http.GetEndpoint()?.DisplayName?.StartsWith("Fallback", StringComparison.Ordinal) == true);
    }
}
