using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Platform;

public sealed class OutboxDrainTests : ApiTest
{
    sealed record Message(string Type, int Attempts, bool Processed, bool Later, string? Error);

    [Test]
    public async Task A_message_that_fails_waits_and_does_not_stop_the_others()
    {
        await Sql.ExecuteAsync("""
            insert into outbox_message (type, payload, due_at) values
                ('Unknown', '{}', now() - interval '3 minutes'),
                    ('ReconciliationRequested', '{"Id": "00000000-0000-0000-0000-000000000001"}', now() - interval '2 minutes'),
                        ('NotYet', '{}', now() + interval '1 hour')
            """);

        await Services.GetRequiredService<OutboxDrain>().Run(default);

        var messages = (await Sql.QueryAsync<Message>("""
            select type, attempts, processed_at is not null processed, due_at > now() later, error from outbox_message order by id
            """)).ToList();
        Assert.That(messages, Is.EqualTo(new[]
        {
            new Message("Unknown", 1, false, true, nameof(KeyNotFoundException)),
            new Message("ReconciliationRequested", 1, true, false, null),
            new Message("NotYet", 0, false, true, null),
        }));
    }
}
