import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('news', '0008_photos_by_file')]

    dependencies = [
        ('awards', '0001_tables'),
        ('news', '0001_tables'),
    ]

    operations = [
        migrations.AddField(
            model_name='photouse',
            name='grants',
            field=models.ManyToManyField(blank=True, related_name='photo_uses', to='awards.awardgrant', verbose_name='lượt khen thưởng'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='grant',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='proposal', to='awards.awardgrant', verbose_name='lượt khen thưởng'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'grant'), ('grant__isnull', True), _connector='OR'), name='proposal_grant_only_for_grants'),
        ),
    ]
