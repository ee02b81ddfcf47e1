/*
** libexif, which reads what a camera writes into a picture (Exif 2.32).
*/
#include <libexif/exif-data.h>

/*
** 1 when an Exif block says where a picture was taken: it has a latitude and a
** longitude. The block begins with "Exif" and two zeros. The tags of the GPS
** directory are macros with casts, which Swift does not see.
*/
static inline int nv_exif_has_place(
  const unsigned char *_Nonnull block,
  unsigned int length
){
  ExifData *data = exif_data_new();
  int has = 0;
  if( data==0 ) return 0;
  exif_data_load_data(data, block, length);
  has = exif_content_get_entry(data->ifd[EXIF_IFD_GPS],
                               (ExifTag)EXIF_TAG_GPS_LATITUDE)!=0
     && exif_content_get_entry(data->ifd[EXIF_IFD_GPS],
                               (ExifTag)EXIF_TAG_GPS_LONGITUDE)!=0;
  exif_data_unref(data);
  return has;
}
