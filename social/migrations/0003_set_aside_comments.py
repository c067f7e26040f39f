from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('social', '0002_social_life'),
    ]

    operations = [
        migrations.AddField(
            model_name='comment',
            name='is_set_aside',
            field=models.BooleanField(db_default=False, default=False, help_text="By the work's artist, who has nothing to answer."),
        ),
    ]
