namespace Objectives.Platform.Mail;

/// <summary>A mail as it leaves.</summary>
/// <param name="Id">Of its row; its Message-ID is made of it.</param>
/// <param name="Text">Plain, in lines.</param>
public sealed record Letter(Guid Id, string ToName, string ToAddress, string Subject, string Text);

/// <summary>Hands mails to a server.</summary>
public interface IMailTransport
{
    Task<IMailConnection> ConnectAsync(CancellationToken cancellationToken);
}

public interface IMailConnection : IAsyncDisposable
{
    /// <summary>Comes back when the server has taken it. Throws <see cref="MailRefusedException"/> when it never will.</summary>
    Task SendAsync(Letter letter, CancellationToken cancellationToken);
}

public sealed class MailRefusedException(string message, Exception inner) : Exception(message, inner);
