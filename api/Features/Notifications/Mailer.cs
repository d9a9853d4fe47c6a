using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Mentoring.Api.Features.Notifications;

/// <summary>How e-mail leaves the product: the section <c>Mail</c> of the configuration.</summary>
public sealed record MailOptions
{
    /// <summary>Without it no e-mail is sent.</summary>
    public string? Host { get; init; }
    public int Port { get; init; } = 587;

    /// <summary>One of MailKit's: Auto, None, SslOnConnect, StartTls, StartTlsWhenAvailable.</summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.Auto;
    public string? User { get; init; }
    public string? Password { get; init; }
    public string From { get; init; } = "Наставничество <noreply@localhost>";

    /// <summary>Where the web client is, for the links in e-mails.</summary>
    public string? Address { get; init; }
}

/// <summary>Hands e-mails to the mail server of the deployment.</summary>
public sealed partial class Mailer
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly MailOptions _options;

    public Mailer(IConfiguration configuration, ILogger<Mailer> logger)
    {
        _options = configuration.GetSection("Mail").Get<MailOptions>() ?? new();
        Address = (_options.Address ?? configuration["PublicAddress"] ?? configuration["Identity:Issuer"] ?? "http://localhost:5080").TrimEnd('/');
        if (!IsOn) Off(logger);
    }

    public bool IsOn => !string.IsNullOrEmpty(_options.Host);

    /// <summary>The web client's address, without a slash at its end.</summary>
    public string Address { get; }

    public async Task Send(string to, string subject, string text, CancellationToken ct)
    {
        using var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        message.From.Add(MailboxAddress.Parse(_options.From));
        message.To.Add(MailboxAddress.Parse(to));
        // Nobody's out-of-office answers to it.
        message.Headers.Add("Auto-Submitted", "auto-generated");

        using var smtp = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await smtp.ConnectAsync(_options.Host!, _options.Port, _options.Security, ct);
        if (_options.User is { } user) await smtp.AuthenticateAsync(user, _options.Password ?? "", ct);
        await smtp.SendAsync(message, ct);
        await smtp.DisconnectAsync(quit: true, ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "E-mail is off: Mail:Host is not set")]
    static partial void Off(ILogger logger);
}
