using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using Objectives.Platform.Mail;

namespace Objectives.Gateway.Mail;

/// <summary>Speaks SMTP to the server that the installation names.</summary>
internal sealed class SmtpTransport(IOptions<MailOptions> settings) : IMailTransport
{
    private readonly MailOptions _options = settings.Value;

    public async Task<IMailConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new SmtpClient { Timeout = (int)_options.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(_options.Host!, _options.Port, SecurityOf(_options.Security), cancellationToken);
            if (_options.User is { } user)
                await client.AuthenticateAsync(user, _options.Password!, cancellationToken);
            return new Connection(client, _options);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };

    private sealed class Connection(SmtpClient client, MailOptions options) : IMailConnection
    {
        public async Task SendAsync(Letter letter, CancellationToken cancellationToken)
        {
            using var message = new MimeMessage();
            message.From.Add(new MailboxAddress(options.FromName, options.From));
            message.MessageId = $"{letter.Id:N}@{options.Domain}";
            message.Subject = letter.Subject;
            message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
            message.Body = new TextPart(TextFormat.Plain) { Text = letter.Text };
            try
            {
                message.To.Add(new MailboxAddress(letter.ToName, letter.ToAddress));
                await client.SendAsync(message, cancellationToken);
            }
            catch (ParseException e)
            {
                throw new MailRefusedException($"{letter.ToAddress} is no address.", e);
            }
            catch (SmtpCommandException e) when ((int)e.StatusCode >= 500 && e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
            {
                throw new MailRefusedException(e.Message, e);
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                await client.DisconnectAsync(quit: true, CancellationToken.None);
            }
            catch (Exception e) when (e is IOException or MailKit.ProtocolException or System.Net.Sockets.SocketException)
            {
                // It is gone already.
            }
            client.Dispose();
        }
    }
}
